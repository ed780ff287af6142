namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>One text.</summary>
/// <param name="Key">Its key behind <see cref="CustomerRadarDefaults.LocalePrefix"/>.</param>
/// <param name="Text">In English.</param>
internal sealed record PageText(string Key, string Text)
{
    /// <summary>The texts of a field: its label, and the tooltip, which is the same key with <c>.Hint</c>.</summary>
    public static IEnumerable<PageText> Field(string name, string label, string hint) => [new($"Fields.{name}", label), new($"Fields.{name}.Hint", hint)];
}
