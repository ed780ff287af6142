namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>The ids and names of one object, line or block, before they are checked.</summary>
internal sealed class IdDraft(int line, int position)
{
    private static readonly IdKind[] FromTheNarrowest = [IdKind.Pom, IdKind.Location, IdKind.Programme, IdKind.Client];

    private readonly IdText?[] _ids = new IdText?[FromTheNarrowest.Length];
    private readonly IdText?[] _names = new IdText?[FromTheNarrowest.Length];

    public int Line => line;

    public int Position => position;

    /// <summary>A name that does not say whose it is.</summary>
    public IdText? PlainName { get; set; }

    public bool HasIds => _ids.Any(id => id is not null);

    public IdText? Id(IdKind kind) => _ids[(int)kind];

    public IdText? Name(IdKind kind) => _names[(int)kind];

    public void SetId(IdKind kind, IdText id) => _ids[(int)kind] = id;

    public void SetName(IdKind kind, IdText name) => _names[(int)kind] ??= name;

    /// <summary>Gives the plain name to its owner: what the place says, else the narrowest thing here that has an id and no name.</summary>
    public void PlaceName(IdKind? place)
    {
        if (PlainName is not { } name)
            return;
        var owner = place is { } kind && (Id(kind) is not null || !HasIds) ? place
            : FromTheNarrowest.Where(of => Id(of) is not null && Name(of) is null).Select(of => (IdKind?)of).FirstOrDefault();
        if (owner is not { } found)
            return;
        SetName(found, name);
        PlainName = null;
    }

    /// <summary>True when both name an id of one kind, and not the same.</summary>
    public bool Contradicts(IdDraft other) =>
        FromTheNarrowest.Any(kind => Id(kind) is { } mine && other.Id(kind) is { } theirs && mine.Text != theirs.Text);

    /// <summary>True when every id of this one stands in the other too.</summary>
    public bool IsWithin(IdDraft other) => FromTheNarrowest.All(kind => Id(kind) is not { } mine || other.Id(kind)?.Text == mine.Text);

    /// <summary>Takes over what the other has and this has not. The name of another id is not taken.</summary>
    public void FillFrom(IdDraft other)
    {
        foreach (var kind in FromTheNarrowest)
        {
            if (Id(kind) is null || other.Id(kind) is null || Id(kind)!.Value.Text == other.Id(kind)!.Value.Text)
                _names[(int)kind] ??= other.Name(kind);
            _ids[(int)kind] ??= other.Id(kind);
        }
    }
}
