using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Hangfire;
using Hangfire.Common;
using Hangfire.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// Hangfire with a storage, filters, activator and queue of its own: nothing here reads or sets <c>JobStorage.Current</c>, the global
/// filters or the global configuration. Starting goes on in the background until it succeeds; stopping is for good.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; StopAsync ends what it holds.")]
internal sealed partial class HangfireJobServer : IJobServer
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private readonly JobsOptions _options;
    private readonly IJobStore _store;
    private readonly InvitationScheduler _scheduler;
    private readonly NodeBeat _beat;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILogger<HangfireJobServer> _log;
    private readonly HangfireLog _hangfireLog;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private Task? _starting;
    private Task? _stopped;
    private JobStorage? _storage;
    private JobQueue? _queue;
    private volatile BackgroundJobServer? _server;

    public HangfireJobServer(
        IOptions<JobsOptions> options,
        IJobStore store,
        InvitationScheduler scheduler,
        NodeBeat beat,
        IServiceScopeFactory scopes,
        TimeProvider time,
        ILogger<HangfireJobServer> log)
    {
        _options = options.Value;
        _store = store;
        _scheduler = scheduler;
        _beat = beat;
        _scopes = scopes;
        _time = time;
        _log = log;
        _hangfireLog = new HangfireLog(log);
    }

    public bool IsRunning => _server is not null && !_stopping.IsCancellationRequested;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_stopped is null)
                _starting ??= Detached.Run(KeepStartingAsync);
            else
                LogStoppedForGood();
        }

        return Task.CompletedTask;
    }

    public async Task<bool> RunSoonAsync(string work, CancellationToken cancellationToken)
    {
        if (!IsRunning || _queue is not { } queue)
            return false;
        // Hangfire writes synchronously.
        await Task.Run(() => queue.AddWork(work), cancellationToken);
        return true;
    }

    public Task StopAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        lock (_lock)
            _stopped ??= Detached.Run(() => StopOnceAsync(patience));
        return _stopped.WaitAsync(cancellationToken);
    }

    public async Task DropStorageAsync(CancellationToken cancellationToken)
    {
        if (_stopped is not { IsCompleted: true })
            throw new InvalidOperationException("The job server still works; stop it before its storage is dropped.");
        await _store.DropAsync(cancellationToken);
    }

    private async Task KeepStartingAsync()
    {
        for (var wait = FirstRetry; !_stopping.IsCancellationRequested; wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry)
        {
            Task pause;
            try
            {
                await StartOnceAsync();
                LogStarted(_options.Storage, _options.Workers);
                return;
            }
#pragma warning disable CA1031 // The edge of the start: whatever fails, the host lives on and the start is tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                pause = Task.Delay(wait, _time, _stopping.Token);
                if (!_stopping.IsCancellationRequested)
                    LogStartFailed(failure, wait);
            }

            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartOnceAsync()
    {
        // Scoped, since a shop's readers are; here only their names and intervals are looked at.
        await using var scope = _scopes.CreateAsyncScope();
        var works = scope.ServiceProvider.GetServices<IPeriodicWork>().ToList();
        if (_options.RouteHangfireLog)
            LogProvider.SetCurrentLogProvider(_hangfireLog);
        var storage = _store.Open();
        try
        {
            // Jobs that ended are of no use to anybody: the outbox keeps the history.
            storage.JobExpirationTimeout = TimeSpan.FromHours(1);
            var filters = new JobFilterCollection { new FailedJobFilter(_log), new StatisticsHistoryAttribute() };
            var providers = new JobFilterProviderCollection(filters);
            var queue = new JobQueue(storage, providers, _time);
            queue.AddDispatch(_options.DispatchInterval);
            queue.SetWorks(works);
            lock (_lock)
            {
                _stopping.Token.ThrowIfCancellationRequested();
                _storage = storage;
                _queue = queue;
                _server = new BackgroundJobServer(HangfireServerOptions.Of(_options, providers, _scopes), storage);
                _scheduler.Open(queue);
                _beat.Start();
            }
        }
        catch
        {
            (storage as IDisposable)?.Dispose();
            throw;
        }
    }

    private async Task StopOnceAsync(TimeSpan patience)
    {
        using var bound = new CancellationTokenSource(patience, _time);
        using var flush = new CancellationTokenSource(patience / 2, _time);
        lock (_lock)
            _stopping.Cancel();
        var clean = true;
        try
        {
            await (_starting ?? Task.CompletedTask).WaitAsync(bound.Token);
            _server?.SendStop();
            await _scheduler.CloseAsync(flush.Token);
            await (_server?.WaitForShutdownAsync(bound.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            clean = false;
            LogStopIncomplete(patience);
        }

        // Last: as long as it sends, this node counts.
        await _beat.StopAsync(bound.Token);
        _store.Close();
        _hangfireLog.Silence();
        if (!clean)
            return;
        _server?.Dispose();
        (_storage as IDisposable)?.Dispose();
        LogStopped();
    }

    [LoggerMessage(3000, LogLevel.Information, "The job server works, with {Workers} workers and jobs in {Storage}")]
    private partial void LogStarted(JobStorageKind storage, int workers);

    [LoggerMessage(3001, LogLevel.Warning, "The job server could not start; next try in {Wait}. Invitations wait until then")]
    private partial void LogStartFailed(Exception failure, TimeSpan wait);

    [LoggerMessage(3002, LogLevel.Information, "The job server has stopped")]
    private partial void LogStopped();

    [LoggerMessage(3003, LogLevel.Warning, "The job server did not stop within {Patience}; its database is closed to it now")]
    private partial void LogStopIncomplete(TimeSpan patience);

    [LoggerMessage(3004, LogLevel.Warning, "The job server was stopped for good in this process and is not started again; restart the application")]
    private partial void LogStoppedForGood();
}
