using CustomerRadar.Sandbox.Auth.Internal;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary>
/// The active faults. Taking one uses up one of its count, so that a count of 5 meets exactly five of many parallel requests.
/// </summary>
internal sealed class FaultBoard(Tokens tokens)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<FaultKind, Fault> _active = [];

    public bool IsSingleSession
    {
        get
        {
            lock (_gate)
                return _active.ContainsKey(FaultKind.SingleSession);
        }
    }

    public void Set(Fault fault)
    {
        lock (_gate)
        {
            if (fault.Kind == FaultKind.None)
                _active.Clear();
            else if (fault.Kind == FaultKind.ExpireTokens)
                tokens.EndAll();
            else
                _active[fault.Kind] = fault;
        }
    }

    public IReadOnlyList<Fault> Read()
    {
        lock (_gate)
            return [.. _active.Values];
    }

    public Fault? TryTakeStatus() => TryTake(FaultKind.Status);

    public TimeSpan? TryTakeDelay() => TryTake(FaultKind.Delay) is { } fault ? TimeSpan.FromSeconds(fault.DelaySeconds!.Value) : null;

    public bool TryTakeDrop() => TryTake(FaultKind.DropAfterAccept) is not null;

    public bool TryTakeGarbage() => TryTake(FaultKind.Garbage) is not null;

    public bool TryTakeRefusedLogIn() => TryTake(FaultKind.RefuseLogin) is not null;

    private Fault? TryTake(FaultKind kind)
    {
        lock (_gate)
        {
            if (!_active.TryGetValue(kind, out var fault))
                return null;
            if (fault.Count == 1)
                _active.Remove(kind);
            else if (fault.Count is { } count)
                _active[kind] = fault with { Count = count - 1 };
            return fault;
        }
    }
}
