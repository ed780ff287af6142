namespace CustomerRadar.Jobs.Internal;

/// <summary>Lets one sweep of this process through at a time, so a long one does not fill all workers with its successors.</summary>
internal sealed class SweepGate
{
    private int _taken;

    /// <summary>Dispose the answer to open the gate again; null when another sweep is inside.</summary>
    public IDisposable? TryEnter() => Interlocked.Exchange(ref _taken, 1) == 0 ? new Entry(this) : null;

    private sealed class Entry(SweepGate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                Volatile.Write(ref gate._taken, 0);
        }
    }
}
