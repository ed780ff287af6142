using System.Text;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>
/// Reads text in columns as RFC 4180 says, with any separator and line end: a quoted cell may hold separators, line ends and doubled
/// quotes. Spaces around a quoted cell and quotes within a bare one are let pass, since spreadsheets write them.
/// </summary>
internal sealed class DelimitedText
{
    private readonly string _text;
    private readonly char _separator;
    private readonly List<IdText[]> _records = [];
    private readonly List<IdFault> _faults = [];
    private readonly List<IdText> _record = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private DelimitedText(string text, char separator)
    {
        _text = text;
        _separator = separator;
    }

    /// <summary>The lines that are not blank.</summary>
    public IReadOnlyList<IdText[]> Records => _records;

    public IReadOnlyList<IdFault> Faults => _faults;

    private int Position => _at - _lineStart + 1;

    public static DelimitedText Read(string text, char separator)
    {
        var reader = new DelimitedText(text, separator);
        while (reader._at < text.Length)
            reader.ReadCell();
        reader.EndRecord();
        return reader;
    }

    private void ReadCell()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        var (line, position) = (_line, Position);
        var cell = _at < _text.Length && _text[_at] == '"' ? Quoted() : Bare();
        if (cell is not null)
            _record.Add(IdText.Of(cell, line, position));
        if (_at >= _text.Length)
            return;
        if (_text[_at] != _separator)
            EndRecord();
        Step();
    }

    private string Bare()
    {
        var start = _at;
        while (!IsEnd())
            _at++;
        return _text[start.._at];
    }

    /// <summary>Null when the quote is never closed: what follows could be anything.</summary>
    private string? Quoted()
    {
        var (line, position, start) = (_line, Position, _at);
        var cell = new StringBuilder();
        for (_at++; _at < _text.Length; Step())
        {
            if (_text[_at] != '"')
                cell.Append(_text[_at]);
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"')
                cell.Append(_text[_at++]);
            else
                return cell + AfterQuote();
        }

        _faults.Add(new IdFault(line, position, "The quote that opens here is never closed. This line and all that follows were left out."));
        _record.Clear();
        return null;
    }

    private string AfterQuote()
    {
        _at++;
        var (line, position) = (_line, Position);
        var rest = Bare();
        if (!string.IsNullOrWhiteSpace(rest))
            _faults.Add(new IdFault(line, position, "There is text after a closing quote. It was taken as part of the cell."));
        return rest;
    }

    private bool IsEnd() => _at >= _text.Length || _text[_at] == _separator || _text[_at] is '\r' or '\n';

    /// <summary>Goes one character on, and to the next line after any of the three line ends.</summary>
    private void Step()
    {
        var isLineEnd = _text[_at] == '\n' || (_text[_at] == '\r' && (_at + 1 >= _text.Length || _text[_at + 1] != '\n'));
        _at++;
        if (isLineEnd)
            (_line, _lineStart) = (_line + 1, _at);
    }

    private void EndRecord()
    {
        if (_record.Exists(cell => cell.Text.Length > 0))
            _records.Add([.. _record]);
        _record.Clear();
    }
}
