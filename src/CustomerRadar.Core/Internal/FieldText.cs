namespace CustomerRadar.Core.Internal;

/// <summary>How a value of a field is compared with one that a merchant typed.</summary>
internal static class FieldText
{
    /// <summary>The same, ignoring case and surrounding white space.</summary>
    public static bool Same(string value, string wanted) => string.Equals(value.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);
}
