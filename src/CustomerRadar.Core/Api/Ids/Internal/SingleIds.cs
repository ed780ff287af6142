namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Lines without header and labels: one id, perhaps beside a name. Of ids alone nobody can tell the kind, so several in a line are refused.</summary>
internal static class SingleIds
{
    private const string Header = "Put a line of titles above it, for example: name,clientDisplayId,programmeDisplayId,locationDisplayId,pomDisplayId.";

    public static void Read(IReadOnlyList<DelimitedText> readings, IdCollector ids)
    {
        var reading = readings.MaxBy(Score)!;
        foreach (var fault in reading.Faults)
            ids.Fault(fault.Line, fault.Position, fault.Text);
        if (!reading.Records.Any(line => Array.Exists(line, cell => cell.LooksLikeAnId)))
        {
            ids.Fault(1, 1, $"There is no id in it. {Header}");
            return;
        }

        foreach (var line in reading.Records)
            ReadLine(line, ids);
    }

    private static int Score(DelimitedText reading) => reading.Records.Sum(line => line.Count(cell => cell.LooksLikeAnId));

    private static void ReadLine(IdText[] line, IdCollector ids)
    {
        var found = line.Where(cell => cell.LooksLikeAnId).ToList();
        var others = line.Where(cell => !cell.LooksLikeAnId && cell.Text.Length > 0).ToList();
        if (found.Count == 0)
        {
            ids.Fault(line[0].Line, line[0].Position, "There is no id in this line. It was left out.");
        }
        else if (found.Count > 1 || others.Count > 1)
        {
            ids.Fault(line[0].Line, line[0].Position, $"Which cell is which cannot be told here. The line was left out. {Header}");
        }
        else
        {
            var draft = new IdDraft(line[0].Line, line[0].Position);
            draft.SetId(IdKind.Location, found[0]);
            if (others.Count == 1)
                draft.SetName(IdKind.Location, others[0]);
            ids.Add(draft);
            ids.Note("There is no header line: the ids were taken for location ids.");
        }
    }
}
