using System.Runtime.InteropServices;

namespace CustomerRadar.Running;

/// <summary>Ctrl+C, a SIGTERM or a closed terminal: the program ends what it started and then itself.</summary>
public sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public StopRequest()
    {
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            _source.Cancel();
        }))];
    }

    public CancellationToken Token => _source.Token;

    public bool IsMade => _source.IsCancellationRequested;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }
}
