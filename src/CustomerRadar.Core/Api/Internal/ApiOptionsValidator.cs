using System.Globalization;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api.Internal;

internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.ConnectTimeout), options.ConnectTimeout.TotalSeconds, 1, 60, "seconds");
        Check(nameof(options.TotalTimeout), options.TotalTimeout.TotalSeconds, 2, 300, "seconds");
        Check(nameof(options.RequestsPerSecond), options.RequestsPerSecond, 0.1, 100, "requests a second");
        Check(nameof(options.Burst), options.Burst, 1, 100, "requests");
        Check(nameof(options.InFlight), options.InFlight, 1, 64, "requests");
        if (options.ConnectTimeout > options.TotalTimeout)
            faults.Add(Invariant($"ConnectTimeout is {options.ConnectTimeout.TotalSeconds} seconds; it must not be longer than TotalTimeout ({options.TotalTimeout.TotalSeconds} seconds)."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        // Written so that a value that is no number fails too.
        void Check(string setting, double value, double least, double most, string unit)
        {
            if (!(value >= least && value <= most))
                faults.Add(Invariant($"{setting} is {value}; it must be {least} to {most} {unit}."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
