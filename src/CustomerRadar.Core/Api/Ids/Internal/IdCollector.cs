using System.Text.RegularExpressions;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Checks what was found, merges what was found twice, and keeps what was wrong.</summary>
internal sealed partial class IdCollector
{
    private const int MostFaults = 100;
    private const int MostNotes = 50;

    private readonly List<IdRow> _rows = [];
    private readonly List<int> _lines = [];
    private readonly Dictionary<(ClientDisplayId?, ProgrammeDisplayId?, LocationDisplayId?, PomDisplayId?), int> _places = [];
    private readonly List<IdFault> _faults = [];
    private readonly List<string> _notes = [];
    private int _moreFaults;
    private int _repeated;

    public bool IsEmpty => _rows.Count == 0 && _faults.Count == 0;

    public void Fault(int line, int position, string text)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(new IdFault(line, position, text));
        else
            _moreFaults++;
    }

    /// <summary>Keeps a note, once; of many the first.</summary>
    public void Note(string text)
    {
        if (_notes.Count < MostNotes && !_notes.Contains(text))
            _notes.Add(text);
    }

    public void Add(IdDraft draft)
    {
        if (!TryRead(draft, out var row))
            return;
        var key = (row.Client, row.Programme, row.Location, row.Pom);
        if (_places.TryAdd(key, _rows.Count))
        {
            _rows.Add(row);
            _lines.Add(draft.Line);
            return;
        }

        _repeated++;
        Merge(_places[key], row, draft);
    }

    public FoundIds Found()
    {
        var faults = _faults.ToList();
        if (_moreFaults > 0)
            faults.Add(new IdFault(faults[^1].Line, faults[^1].Position, $"There are {_moreFaults} more faults after this one."));
        if (_repeated > 0)
            _notes.Add(_repeated == 1 ? "One entry said the same as another; they were merged." : $"{_repeated} entries said the same as others; they were merged.");
        return new FoundIds(_rows, faults, _notes);
    }

    private void Merge(int place, IdRow row, IdDraft draft)
    {
        var first = _rows[place];
        if (Differ(first.ClientName, row.ClientName) || Differ(first.ProgrammeName, row.ProgrammeName)
            || Differ(first.LocationName, row.LocationName) || Differ(first.PomName, row.PomName))
            Fault(draft.Line, draft.Position, $"The same ids as in line {_lines[place]}, under another name ({row.Name}). The first name was kept.");
        _rows[place] = first with
        {
            ClientName = first.ClientName ?? row.ClientName,
            ProgrammeName = first.ProgrammeName ?? row.ProgrammeName,
            LocationName = first.LocationName ?? row.LocationName,
            PomName = first.PomName ?? row.PomName,
        };
    }

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;

    private bool TryRead(IdDraft draft, out IdRow row)
    {
        var good = Read(IdKind.Client, ClientDisplayId.TryParse, out ClientDisplayId? client)
            & Read(IdKind.Programme, ProgrammeDisplayId.TryParse, out ProgrammeDisplayId? programme)
            & Read(IdKind.Location, LocationDisplayId.TryParse, out LocationDisplayId? location)
            & Read(IdKind.Pom, PomDisplayId.TryParse, out PomDisplayId? pom);
        row = new IdRow
        {
            Client = client,
            ClientName = Name(IdKind.Client),
            Programme = programme,
            ProgrammeName = Name(IdKind.Programme),
            Location = location,
            LocationName = Name(IdKind.Location),
            Pom = pom,
            PomName = Name(IdKind.Pom),
        };
        return good;

        string? Name(IdKind kind) => draft.Name(kind)?.AsName();

        bool Read<T>(IdKind kind, TryParse<T> parse, out T? id)
            where T : struct
        {
            id = null;
            if (draft.Id(kind) is not { } text)
                return true;
            if (Rewritten().IsMatch(text.Text))
            {
                Fault(text.Line, text.Position, $"The {IdKeys.InWords(kind)} id {text.AsName()} is a number that a spreadsheet rewrote; take it from its source again. The entry was left out.");
                return false;
            }

            var isId = parse(text.Text, out var value);
            id = value;
            if (!isId)
                Fault(text.Line, text.Position, $"The {IdKeys.InWords(kind)} id is not 1 to {ClientDisplayId.MaximumLength} characters without spaces. The entry was left out.");
            return isId;
        }
    }

    private delegate bool TryParse<T>(string? text, out T id);

    [GeneratedRegex(@"^\d([.,]\d+)?E\+\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Rewritten();
}
