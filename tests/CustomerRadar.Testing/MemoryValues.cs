using CustomerRadar.Core.Invitations;
using NUnit.Framework;

namespace CustomerRadar.Testing;

/// <summary>Kept values in memory, with the limits of the tables.</summary>
public sealed class MemoryValues : IKeptValues
{
    public Dictionary<string, string> Values { get; } = [];

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Values.GetValueOrDefault(name));

    public Task WriteAsync(string name, string value, CancellationToken cancellationToken)
    {
        Assert.That((name.Length, value.Length), Is.LessThanOrEqualTo((100, 1000)));
        Values[name] = value;
        return Task.CompletedTask;
    }

    public Task<string> AddAsync(string name, string value, CancellationToken cancellationToken)
    {
        Values.TryAdd(name, value);
        return Task.FromResult(Values[name]);
    }

    public Task<bool> ReplaceAsync(string name, string before, string after, CancellationToken cancellationToken)
    {
        var stands = Values.GetValueOrDefault(name) == before;
        if (stands)
            Values[name] = after;
        return Task.FromResult(stands);
    }
}
