using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>What the words on an option owe the reader: the default, as it really is, and unit or limits.</summary>
internal static partial class OptionFaults
{
    public static IEnumerable<string> Of(Type options, Documentation documentation)
    {
        var defaults = Activator.CreateInstance(options)!;
        foreach (var option in PublicApi.MembersOf(options).OfType<PropertyInfo>().Where(property => property.CanWrite))
        {
            foreach (var fault in Of(option, option.GetValue(defaults), documentation.Summary(option) ?? ""))
                yield return $"{options.Name}.{option.Name} {fault}";
        }
    }

    private static IEnumerable<string> Of(PropertyInfo option, object? value, string said)
    {
        var type = Nullable.GetUnderlyingType(option.PropertyType) ?? option.PropertyType;
        var isNumber = type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);
        if (!said.Contains("default", StringComparison.OrdinalIgnoreCase))
            yield return "says no default";
        else if (value is null && !NullIsDefault().IsMatch(said))
            yield return "does not say that null is the default";
        else if (value is not null && (isNumber || type == typeof(TimeSpan)) && StatedDefault(said) is var stated && stated != Number(value))
            yield return $"says the default is {stated?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}; it is {Number(value)}";
        if (isNumber && !Limits().IsMatch(said))
            yield return "says no limits";
        if (type == typeof(TimeSpan) && !Limits().IsMatch(said))
            yield return "says no limits with their unit";
    }

    /// <summary>Times in seconds.</summary>
    private static double Number(object value) => value is TimeSpan time ? time.TotalSeconds : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static double? StatedDefault(string said)
    {
        if (Default().Match(said) is not { Success: true } match)
            return null;
        return double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * match.Groups["unit"].Value switch
        {
            "ms" => 0.001,
            "min" => 60,
            "h" => 3600,
            "day" => 86400,
            _ => 1,
        };
    }

    [GeneratedRegex(@"null \(default\)|default:? null|default is null", RegexOptions.IgnoreCase)]
    private static partial Regex NullIsDefault();

    [GeneratedRegex(@"default:? (?<number>\d+(\.\d+)?)(?: (?<unit>ms|s|min|h|day)s?\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Default();

    [GeneratedRegex(@"\d( \w+)? to \d|\b(at least|at most|not more than|not longer than)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Limits();
}
