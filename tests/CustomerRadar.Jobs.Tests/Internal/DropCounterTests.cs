using System.Threading.Channels;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class DropCounterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<(Exception? Last, long Count)> _reports = Channel.CreateUnbounded<(Exception?, long)>();
    private DropCounter _drops = null!;

    [SetUp]
    public void MakeCounter() => _drops = new DropCounter(_time, (last, count) => _reports.Writer.TryWrite((last, count)));

    [Test]
    public async Task Count_ManyWithinAMinute_AreReportedTogetherAfterIt()
    {
        _drops.Count(null);
        var first = await ReportAsync();
        var cause = new TimeoutException("The database is away.");
        foreach (var failure in new Exception?[] { cause, null, null })
            _drops.Count(failure);
        var within = _reports.Reader.Count;
        _time.Advance(TimeSpan.FromMinutes(1));
        _drops.Count(null);
        var second = await ReportAsync();

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(((Exception?)null, 1L)));
            Assert.That(within, Is.Zero);
            Assert.That(second, Is.EqualTo(((Exception?)cause, 4L)));
        });
    }

    [Test]
    public async Task Count_ReportFails_ThrowsNothingAndGoesOn()
    {
        var called = new TaskCompletionSource();
        var drops = new DropCounter(_time, (_, _) =>
        {
            called.TrySetResult();
            throw new IOException("The log is full.");
        });

        Assert.That(() => drops.Count(null), Throws.Nothing);
        await called.Task.WaitAsync(TestNode.Patience);
        Assert.That(() => drops.Count(null), Throws.Nothing);
    }

    private async Task<(Exception? Last, long Count)> ReportAsync()
    {
        using var patience = new CancellationTokenSource(TestNode.Patience);
        return await _reports.Reader.ReadAsync(patience.Token);
    }
}
