using System.Globalization;
using CustomerRadar.Core.Rules.Internal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>
/// One JSON object of a configuration, read strictly: every fault is collected with its place (<c>rules[0].metadata[2].key</c>), and a member that
/// nobody asked for is a fault too, since it is mostly a misspelt one.
/// </summary>
public sealed class DocumentObject
{
    private readonly JObject _json;
    private readonly List<DocumentFault> _faults;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private DocumentObject(JObject json, string place, List<DocumentFault> faults)
    {
        _json = json;
        _faults = faults;
        Place = place;
    }

    /// <summary>Where the object stands; empty for the document itself.</summary>
    public string Place { get; }

    /// <summary>The names of the object's members, in order, for objects whose names are free.</summary>
    public IEnumerable<string> Names => _json.Properties().Select(property => property.Name);

    /// <summary>Every fault so far, of this object and all others of the document.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults.Select(fault => fault.ToString())];

    /// <summary>The same, with their lines.</summary>
    public IReadOnlyList<DocumentFault> PlacedFaults => _faults;

    /// <summary>Starts reading a document.</summary>
    /// <param name="text">The document: one JSON object; comments are allowed.</param>
    /// <exception cref="FormatException">It is no JSON; the message names line and position.</exception>
    public static DocumentObject Parse(string text)
    {
        try
        {
            // A text that looks like a date stays a text.
            // Files of some editors begin with a mark of their encoding.
            using var reader = new JsonTextReader(new StringReader(text.TrimStart('\uFEFF'))) { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };
            var json = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, LineInfoHandling = LineInfoHandling.Load });
            // A second document behind the first, or a brace too many: reading on throws at anything but a comment.
            while (reader.Read())
            {
            }

            return new DocumentObject(json, "", []);
        }
        catch (JsonReaderException problem)
        {
            throw new FormatException($"This is not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>The place of a member.</summary>
    public string At(string name) => Place.Length == 0 ? name : $"{Place}.{name}";

    /// <summary>The line of a fault that <see cref="Parse"/> has thrown; null when it names none.</summary>
    public static int? LineOf(FormatException problem) => problem.InnerException is JsonReaderException { LineNumber: > 0 and var line } ? line : null;

    /// <summary>True when a member has a fault already, or a part of it, or what it is a part of.</summary>
    public bool HasFault(string name) => _faults.Any(fault => JsonPlace.Holds(fault.Place, At(name)) || JsonPlace.Holds(At(name), fault.Place));

    /// <summary>Adds a fault at a member.</summary>
    public void Fault(string name, string what) => _faults.Add(new DocumentFault(At(name), what, JsonLine.Of(_json, name)));

    /// <summary>A text that must be there and not blank; null, with a fault, when it is not.</summary>
    public string? Required(string name)
    {
        var text = Optional(name);
        if (text is null && _json[name] is null or JValue { Value: null } or JValue { Value: "" })
            Fault(name, "is missing.");
        return text;
    }

    /// <summary>A text; null when it is missing or blank.</summary>
    public string? Optional(string name)
    {
        var token = Take(name);
        if (token is null or JValue { Value: null })
            return null;
        if (token is JValue { Value: string text })
            return string.IsNullOrWhiteSpace(text) ? null : text;
        Fault(name, "must be a text in quotation marks.");
        return null;
    }

    /// <summary>A text that a parser understands.</summary>
    public T? Parsed<T>(string name, Func<string, T> parse, bool required = true)
    {
        if ((required ? Required(name) : Optional(name)) is not { } text)
            return default;
        try
        {
            return parse(text);
        }
        catch (FormatException problem)
        {
            Fault(name, problem.Message);
            return default;
        }
    }

    /// <summary>True or false.</summary>
    public bool Boolean(string name, bool otherwise)
    {
        var token = Take(name);
        if (token is null or JValue { Value: null })
            return otherwise;
        if (token is JValue { Value: bool value })
            return value;
        Fault(name, "must be true or false.");
        return otherwise;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int minimum, int maximum, int otherwise)
    {
        var token = Take(name);
        if (token is null or JValue { Value: null })
            return otherwise;
        if (token is JValue { Value: long value } && value >= minimum && value <= maximum)
            return (int)value;
        Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {minimum} to {maximum}."));
        return otherwise;
    }

    /// <summary>A whole number within bounds that must be there; the minimum, with a fault, when it is not.</summary>
    public int RequiredNumber(string name, int minimum, int maximum)
    {
        if (Take(name) is null or JValue { Value: null })
            Fault(name, "is missing.");
        return Number(name, minimum, maximum, otherwise: minimum);
    }

    /// <summary>A number, more than a minimum and not more than a maximum.</summary>
    public double NumberAbove(string name, double minimum, double maximum, double otherwise)
    {
        var token = Take(name);
        if (token is null or JValue { Value: null })
            return otherwise;
        double? value = token is JValue { Value: long or double } number ? Convert.ToDouble(number.Value, CultureInfo.InvariantCulture) : null;
        if (value > minimum && value <= maximum)
            return value.Value;
        Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a number above {minimum}, and at most {maximum}."));
        return otherwise;
    }

    /// <summary>One of the names of an enum.</summary>
    public T Choice<T>(string name, T? otherwise = null)
        where T : struct, Enum
    {
        var text = otherwise is null ? Required(name) : Optional(name);
        if (text is null)
            return otherwise ?? default;
        if (DocumentList.Known<T>(text) is { } found)
            return found;
        Fault(name, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    /// <summary>An object; null when it is missing.</summary>
    public DocumentObject? Inner(string name)
    {
        var token = Take(name);
        if (token is null or JValue { Value: null })
            return null;
        if (token is JObject inner)
            return new DocumentObject(inner, At(name), _faults);
        Fault(name, "must be an object in braces.");
        return null;
    }

    /// <summary>A list of objects; empty when it is missing.</summary>
    public IReadOnlyList<DocumentObject> Objects(string name) =>
        [.. Items(name).Select((item, i) => Inside(item, $"{name}[{i}]")).OfType<DocumentObject>()];

    /// <summary>A list of texts; empty when it is missing.</summary>
    public IReadOnlyList<string> Texts(string name) => DocumentList.Texts(Items(name), name, Fault);

    /// <summary>A list of names of an enum, each once; empty when it is missing.</summary>
    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum => DocumentList.Choices<T>(Items(name), name, Fault);

    /// <summary>Ends the reading: what was not asked for is a fault.</summary>
    public void Done()
    {
        foreach (var name in Names.Where(name => !_read.Contains(name)))
            Fault(name, Nearest.Of(name, _read) is { } near
                ? $"is not known here. Did you mean {near}?"
                : $"is not known here. Known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
    }

    private JToken? Take(string name)
    {
        _read.Add(name);
        return _json[name];
    }

    private JArray Items(string name)
    {
        var token = Take(name);
        if (token is JArray items)
            return items;
        if (token is not (null or JValue { Value: null }))
            Fault(name, "must be a list in brackets.");
        return [];
    }

    private DocumentObject? Inside(JToken item, string name)
    {
        if (item is JObject json)
            return new DocumentObject(json, At(name), _faults);
        Fault(name, "must be an object in braces.");
        return null;
    }
}
