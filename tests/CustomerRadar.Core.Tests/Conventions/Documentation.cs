using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
internal sealed partial class Documentation
{
    private readonly Dictionary<string, XElement> _members;

    private Documentation(XDocument document) =>
        _members = document.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public static Documentation Of(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    public static Documentation Parse(string xml) => new(XDocument.Parse(xml));

    /// <summary>The summary in one line; null when there is none. What is inherited counts as written.</summary>
    public string? Summary(MemberInfo member)
    {
        if (!_members.TryGetValue(DocumentationId.Of(member), out var entry))
            return null;
        return entry.Element("inheritdoc") is not null ? "inherited" : Line(entry.Element("summary"));
    }

    /// <summary>True for a member with a summary, and for a constructor whose every parameter is explained.</summary>
    public bool Describes(MemberInfo member) => Summary(member) is not null
        || (member is ConstructorInfo constructor && constructor.GetParameters().All(parameter => Parameter(member, parameter.Name!) is not null));

    /// <summary>What a positional parameter of a record, or one of a method, says.</summary>
    public string? Parameter(MemberInfo member, string name) => Line(Entry(member)?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name));

    /// <summary>Everything that is said of a member, tags removed; names in tags stay.</summary>
    public string AllText(MemberInfo member) => Entry(member) is { } entry ? Line(entry) ?? "" : "";

    /// <summary>The names of the exceptions that a member announces.</summary>
    public IEnumerable<string> Exceptions(MemberInfo member) =>
        Entry(member)?.Elements("exception").Select(exception => exception.Attribute("cref")!.Value.Split('.', ':')[^1]) ?? [];

    private XElement? Entry(MemberInfo member) => _members.GetValueOrDefault(DocumentationId.Of(member));

    private static string? Line(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.DescendantNodesAndSelf().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => reference.Attributes().FirstOrDefault()?.Value.Split('.', ':')[^1],
            _ => null,
        }));
        var line = WhiteSpace().Replace(text, " ").Trim();
        return line.Length == 0 ? null : line;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
