using CustomerRadar.Core.Alerts;

namespace CustomerRadar.Core.Tests.Alerts;

/// <summary>Alerts in memory.</summary>
internal sealed class MemoryAlerts(TimeProvider time) : IAlerts
{
    private readonly List<AlertRow> _rows = [];

    public IReadOnlyList<AlertRow> Rows => _rows;

    public Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        var index = Open(alert.Kind, alert.Scope);
        if (index < 0)
            _rows.Add(new AlertRow(_rows.Count + 1, alert, time.GetUtcNow(), time.GetUtcNow(), 1, null, null));
        else
            _rows[index] = _rows[index] with { Alert = alert, LastAt = time.GetUtcNow(), Count = _rows[index].Count + 1 };
        return Task.CompletedTask;
    }

    public Task ResolveAsync(AlertKind kind, string scope, CancellationToken cancellationToken)
    {
        if (Open(kind, scope) is var index && index >= 0)
            _rows[index] = _rows[index] with { ResolvedAt = time.GetUtcNow() };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AlertRow>> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AlertRow>>([.. _rows.Where(row => row.ResolvedAt is null)]);

    public Task<IReadOnlyList<AlertRow>> TakeUntoldAsync(TimeSpan again, CancellationToken cancellationToken)
    {
        var taken = _rows.Where(row => row.ResolvedAt is null && (row.NotifiedAt is not { } at || at <= time.GetUtcNow() - again)).ToList();
        foreach (var row in taken)
            _rows[(int)row.Id - 1] = row with { NotifiedAt = time.GetUtcNow() };
        return Task.FromResult<IReadOnlyList<AlertRow>>(taken);
    }

    public Task NotToldAsync(long id, CancellationToken cancellationToken)
    {
        _rows[(int)id - 1] = _rows[(int)id - 1] with { NotifiedAt = null };
        return Task.CompletedTask;
    }

    private int Open(AlertKind kind, string scope) =>
        _rows.FindIndex(row => row.ResolvedAt is null && row.Alert.Kind == kind && row.Alert.Scope == scope);
}
