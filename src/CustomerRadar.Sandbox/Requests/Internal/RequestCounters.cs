namespace CustomerRadar.Sandbox.Requests.Internal;

/// <summary>Counts requests; safe for many threads, and a reading is consistent in itself.</summary>
internal sealed class RequestCounters
{
    private readonly Lock _gate = new();
    private int _logIns;
    private int _invitations;
    private int _refused;
    private int _failed;
    private int _inFlight;
    private int _maxInFlight;

    public void CountLogIn() => Add(ref _logIns);

    public void CountInvitation() => Add(ref _invitations);

    public void CountRefused() => Add(ref _refused);

    public void CountFailed() => Add(ref _failed);

    public void EnterInvitation()
    {
        lock (_gate)
            _maxInFlight = Math.Max(_maxInFlight, ++_inFlight);
    }

    public void LeaveInvitation()
    {
        lock (_gate)
            _inFlight--;
    }

    public RequestCounts Read()
    {
        lock (_gate)
            return new RequestCounts(_logIns, _invitations, _refused, _failed, _maxInFlight);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _logIns = _invitations = _refused = _failed = 0;
            _maxInFlight = _inFlight;
        }
    }

    private void Add(ref int counter)
    {
        lock (_gate)
            counter++;
    }
}
