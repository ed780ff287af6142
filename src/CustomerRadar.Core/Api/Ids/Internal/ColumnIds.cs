namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Columns under a header line, in any order.</summary>
internal sealed class ColumnIds
{
    private readonly IdText[] _header;
    private readonly IdKey?[] _keys;
    private readonly IdCollector _ids;

    private ColumnIds(IdText[] header, IEnumerable<IdText[]> lines, IdCollector ids)
    {
        _header = header;
        _ids = ids;
        var exact = IdKeys.Exact(header.Select(cell => cell.Text));
        _keys = [.. header.Select((cell, column) => KeyOf(cell, lines.Select(line => column < line.Length ? line[column] : default), exact))];
        DropSecondColumns();
        NoteReading();
    }

    /// <summary>Reads the text with the separator under which its first line is a header; false when it is one under none.</summary>
    public static bool TryRead(IReadOnlyList<DelimitedText> readings, IdCollector ids)
    {
        var (best, score) = readings.Select(reading => (Reading: reading, Score: Score(reading))).MaxBy(reading => reading.Score);
        if (score == 0)
            return false;
        foreach (var fault in best.Faults)
            ids.Fault(fault.Line, fault.Position, fault.Text);
        var lines = best.Records.Skip(1).ToList();
        var columns = new ColumnIds(best.Records[0], lines, ids);
        if (!Array.Exists(columns._keys, key => key is { Part: IdKeyPart.Id }))
            ids.Fault(best.Records[0][0].Line, 1, "No column of the header line is one of ids: clientDisplayId, programmeDisplayId, locationDisplayId, pomDisplayId.");
        else
            lines.ForEach(columns.ReadLine);
        if (ids.IsEmpty)
            ids.Fault(best.Records[0][0].Line, 1, "There is no line below the header line.");
        return true;
    }

    private static int Score(DelimitedText reading) =>
        reading.Records.Count == 0 || Array.Exists(reading.Records[0], cell => cell.LooksLikeAnId) ? 0
        : reading.Records[0].Count(cell => IdKeys.Read(cell.Text) is not null);

    private static IdKey? KeyOf(IdText title, IEnumerable<IdText> cells, HashSet<IdKind> exact)
    {
        var key = IdKeys.Read(title.Text);
        if (key is not { Kind: { } kind })
            return key is { Part: IdKeyPart.Id } ? null : key;
        if (key.Part == IdKeyPart.Id)
            return key.IsExact || !exact.Contains(kind) ? key : null;
        if (key.Part == IdKeyPart.Name)
            return key;
        // "Location" alone: ids or names, as the cells are.
        var areIds = cells.Where(cell => cell.Text is { Length: > 0 }).All(cell => cell.LooksLikeAnId);
        return new IdKey(areIds && !exact.Contains(kind) ? IdKeyPart.Id : IdKeyPart.Name, kind, IsExact: false);
    }

    private void DropSecondColumns()
    {
        foreach (var column in Enumerable.Range(0, _keys.Length).Where(column => _keys[column] is not null))
        {
            var first = Array.FindIndex(_keys, key => key?.Part == _keys[column]!.Part && key.Kind == _keys[column]!.Kind);
            if (first == column)
                continue;
            _ids.Fault(_header[column].Line, _header[column].Position, $"The column '{_header[column].AsName()}' is a second one of the same kind as '{_header[first].AsName()}'. Its cells were left out.");
            _keys[column] = null;
        }
    }

    private void NoteReading()
    {
        foreach (var column in Enumerable.Range(0, _keys.Length).Where(column => _header[column].Text.Length > 0))
        {
            var title = _header[column].AsName();
            if (_keys[column] is { Part: IdKeyPart.Id, IsExact: false, Kind: { } kind })
                _ids.Note($"The column '{title}' was read as {IdKeys.Documented(kind)}.");
            else if (_keys[column] is null)
                _ids.Note($"The column '{title}' was not used.");
        }
    }

    private void ReadLine(IdText[] line)
    {
        if (line.Select(cell => cell.Text).SequenceEqual(_header.Select(cell => cell.Text)))
        {
            _ids.Note("A second line of titles was passed over.");
            return;
        }

        if (line.Length > _header.Length && line.Skip(_header.Length).Any(cell => cell.Text.Length > 0))
        {
            _ids.Fault(line[_header.Length].Line, line[_header.Length].Position, $"The line has more cells than the header line ({_header.Length}). It was left out.");
            return;
        }

        var draft = new IdDraft(line[0].Line, line[0].Position);
        foreach (var (cell, key) in line.Zip(_keys).Where(pair => pair.First.Text.Length > 0))
        {
            if (key is { Part: IdKeyPart.Id, Kind: { } of })
                draft.SetId(of, cell);
            else if (key is { Part: IdKeyPart.Name, Kind: { } named })
                draft.SetName(named, cell);
            else if (key is { Part: IdKeyPart.Name })
                draft.PlainName = cell;
        }

        draft.PlaceName(place: null);
        if (draft.HasIds)
            _ids.Add(draft);
        else
            _ids.Fault(draft.Line, draft.Position, "The line has no id. It was left out.");
    }
}
