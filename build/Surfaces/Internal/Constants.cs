using System.Globalization;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes constants and defaults.</summary>
internal static class Constants
{
    public static string Write(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Escaped(text)}\"",
        char character => $"'{Escaped(character.ToString())}'",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A constant of type {value.GetType()} cannot be written."),
    };

    public static object? Read(MetadataReader metadata, ConstantHandle handle)
    {
        var constant = metadata.GetConstant(handle);
        return constant.TypeCode == ConstantTypeCode.NullReference
            ? null
            : metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}
