namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Finds ids in lines: columns under a header, labels, or one id beside a name.</summary>
internal static class LineIds
{
    // In the order of preference where a text gives no reason to prefer one.
    private static readonly char[] Separators = ['\t', ';', ','];

    public static void Read(string text, IdCollector ids)
    {
        var readings = Separators.Select(separator => DelimitedText.Read(text, separator)).ToList();
        if (ColumnIds.TryRead(readings, ids) || LabelledIds.TryRead(text, ids))
            return;
        SingleIds.Read(readings, ids);
    }
}
