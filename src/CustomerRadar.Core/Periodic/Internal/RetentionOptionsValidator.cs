using System.Globalization;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Periodic.Internal;

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.Rows), options.Rows.TotalDays, 3650);
        Check(nameof(options.Contacts), options.Contacts.TotalDays, 365);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, double days, int most)
        {
            if (days < 1 || days > most)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{setting} is {days} days; it must be 1 to {most} days."));
        }
    }
}
