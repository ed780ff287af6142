using System.Text.RegularExpressions;

namespace CustomerRadar.Surfaces;

/// <summary>Holds what compiled code refers to against what nopCommerce really has.</summary>
/// <param name="recorded">The facts.</param>
/// <param name="frameworkHas">
/// Whether a type of .NET or ASP.NET Core, by its written name, has a member of that name and number of parameters: nopCommerce's types
/// derive from some.
/// </param>
public sealed partial class UseCheck(Surface recorded, Func<string, MemberUse, bool> frameworkHas)
{
    /// <summary>Every reference that nopCommerce cannot satisfy; empty when there is none.</summary>
    public IReadOnlyList<string> Faults(CompiledAssembly compiled) =>
    [
        .. compiled.TypeUses
            .Where(type => IsOfNopCommerce(type) && recorded.Find(type) is null)
            .Select(type => $"{type}: nopCommerce has no such type."),
        .. compiled.MemberUses
            .Where(use => IsOfNopCommerce(use.Type) && !IsThere(use))
            .Select(use => $"{use}: nopCommerce has no such member."),
    ];

    private static bool IsOfNopCommerce(TypeKey type) => type.Assembly.StartsWith("Nop.", StringComparison.Ordinal);

    private bool IsThere(MemberUse use)
    {
        if (recorded.Find(use.Type) is not { } type)
            return false;
        var arguments = type.Generics.ToDictionary(name => name);
        for (var level = type; ;)
        {
            if (level.Lines.SelectMany(line => line.Targets).Any(target => Fits(target, use, type.Generics, arguments)))
                return true;
            // The base type's parameters are called what this level makes of them.
            var written = Replaced(level.Base, arguments);
            // Nobody inherits a constructor.
            if (use.Name == ".ctor")
                return false;
            if (recorded.FindByText(written) is not { } next)
                return frameworkHas(written, use);
            arguments = next.Generics.Zip(TypeText.Arguments(written)).ToDictionary(pair => pair.First, pair => pair.Second);
            level = next;
        }
    }

    private static bool Fits(CallTarget target, MemberUse use, IReadOnlyList<string> generics, Dictionary<string, string> arguments) =>
        target.Name == use.Name
        && (use.Signature is null || use.Signature(generics, target.Generics) == Replaced(target.Signature, arguments));

    private static string Replaced(string text, Dictionary<string, string> arguments) =>
        Identifier().Replace(text, word => arguments.GetValueOrDefault(word.Value, word.Value));

    [GeneratedRegex(@"[\w.]+")]
    private static partial Regex Identifier();
}
