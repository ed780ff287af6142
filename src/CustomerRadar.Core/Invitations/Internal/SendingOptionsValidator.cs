using System.Globalization;
using CustomerRadar.Core.Api;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Invitations.Internal;

internal sealed class SendingOptionsValidator(IOptions<ApiOptions> api) : IValidateOptions<SendingOptions>
{
    // The columns that hold the name of a node.
    private const int LongestWorker = 100;

    public ValidateOptionsResult Validate(string? name, SendingOptions options)
    {
        var faults = new List<string>();
        if (options.Worker.Length is 0 or > LongestWorker)
            faults.Add($"Worker has {options.Worker.Length} characters; it must have 1 to {LongestWorker}.");
        if (options.LeaseLength is { } lease && lease < 3 * api.Value.TotalTimeout)
            faults.Add(Invariant($"LeaseLength is {lease.TotalSeconds} seconds; it must be at least three times TotalTimeout ({api.Value.TotalTimeout.TotalSeconds} seconds)."));
        Check(nameof(options.OverdueBy), options.OverdueBy.TotalSeconds, 0, 3600, "seconds");
        Check(nameof(options.Parallel), options.Parallel, 1, 64, "rows");
        Check(nameof(options.RecordTries), options.RecordTries, 1, 20, "tries");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, double value, double least, double most, string unit)
        {
            if (value < least || value > most)
                faults.Add(Invariant($"{setting} is {value}; it must be {least} to {most} {unit}."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
