using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api.Internal;

internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = new List<string>();
        if (options.ConnectTimeout < TimeSpan.FromSeconds(1) || options.ConnectTimeout > TimeSpan.FromSeconds(60))
            faults.Add($"ConnectTimeout is {options.ConnectTimeout.TotalSeconds} s; it must be 1 to 60 seconds.");
        if (options.TotalTimeout < TimeSpan.FromSeconds(2) || options.TotalTimeout > TimeSpan.FromSeconds(300))
            faults.Add($"TotalTimeout is {options.TotalTimeout.TotalSeconds} s; it must be 2 to 300 seconds.");
        if (options.RequestsPerSecond is not (>= 0.1 and <= 100))
            faults.Add($"RequestsPerSecond is {options.RequestsPerSecond}; it must be 0.1 to 100 requests a second.");
        if (options.Burst is < 1 or > 100)
            faults.Add($"Burst is {options.Burst}; it must be 1 to 100 requests.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
