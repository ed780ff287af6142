using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Tests.Periodic;

/// <summary>Kept values in memory, with the limits of the tables.</summary>
internal sealed class MemoryValues : IKeptValues
{
    private readonly Dictionary<string, string> _values = [];

    public IReadOnlyDictionary<string, string> Values => _values;

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_values.GetValueOrDefault(name));

    public Task WriteAsync(string name, string value, CancellationToken cancellationToken)
    {
        Assert.That((name.Length, value.Length), Is.LessThanOrEqualTo((100, 1000)));
        _values[name] = value;
        return Task.CompletedTask;
    }

    public Task<string> AddAsync(string name, string value, CancellationToken cancellationToken) =>
        Task.FromResult(_values.TryAdd(name, value) ? value : _values[name]);

    public Task<bool> ReplaceAsync(string name, string before, string after, CancellationToken cancellationToken)
    {
        var stands = _values.GetValueOrDefault(name) == before;
        if (stands)
            _values[name] = after;
        return Task.FromResult(stands);
    }
}
