using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Microsoft.Extensions.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Notes;

/// <summary>
/// Reads the history of the rows from where it was last time, and puts a note on the order of each outcome. The place is moved on before a note
/// is written and moved back when it could not be: no note comes twice, one is lost only when the process ends between the two.
/// </summary>
public sealed partial class OrderNoteWork(IOutcomes outcomes, IKeptValues values, OrderNotes notes, TimeProvider time, ILogger<OrderNoteWork> log) : IPeriodicWork
{
    /// <summary>For how long a note is tried; afterwards it holds up those behind it no more.</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(1);

    private const string PlaceName = "order-notes";
    private const int PageSize = 200;
    private const int MostPages = 50;

    // Longer than a transaction of ours takes.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "order-notes";

    /// <inheritdoc/>
    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public TimeSpan LeaseLength => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await values.ReadAsync(PlaceName, cancellationToken) is not { } place)
        {
            // What was before this version, or before the plugin was installed again, is told nobody any more; what came before the first run after that is.
            await values.AddAsync(PlaceName, Text(await outcomes.NewestAsync(Recent, cancellationToken)), cancellationToken);
            return;
        }

        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await outcomes.AfterAsync(long.Parse(place, CultureInfo.InvariantCulture), Settled, PageSize, cancellationToken);
            foreach (var outcome in page.Outcomes)
            {
                if (await notes.TextAsync(outcome) is not { } text)
                    continue;
                // Another node is faster, or this one could not write the note.
                if (!await MoveAsync(place, outcome.Mark, cancellationToken) || !await WriteAsync(outcome, text, place))
                    return;
                place = Text(outcome.Mark);
            }

            if (Text(page.Mark) != place && !await MoveAsync(place, page.Mark, cancellationToken))
                return;
            place = Text(page.Mark);
            if (page.IsLast)
                return;
        }
    }

    private Task<bool> MoveAsync(string from, long to, CancellationToken cancellationToken) => values.ReplaceAsync(PlaceName, from, Text(to), cancellationToken);

    private async Task<bool> WriteAsync(Outcome outcome, string text, string before)
    {
        try
        {
            await notes.WriteAsync(outcome, text);
            return true;
        }
#pragma warning disable CA1031 // The edge of a note: whatever went wrong with it, the invitation stands as it is.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            if (time.GetUtcNow() - outcome.At > GivesUpAfter)
            {
                LogGivenUp(problem, outcome.Subject);
                return true;
            }

            LogNotWritten(problem, outcome.Subject);
            // Not cancellable: else a run that is stopped would lose it.
            await values.ReplaceAsync(PlaceName, Text(outcome.Mark), before, CancellationToken.None);
            return false;
        }
    }

    private static string Text(long mark) => mark.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(5060, LogLevel.Warning, "The note on {Subject} could not be written; the next round tries again")]
    private partial void LogNotWritten(Exception problem, SubjectKey subject);

    [LoggerMessage(5061, LogLevel.Error, "The note on {Subject} could not be written for an hour, and is left out; the invitation itself is not affected")]
    private partial void LogGivenUp(Exception problem, SubjectKey subject);
}
