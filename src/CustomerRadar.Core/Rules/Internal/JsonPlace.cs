namespace CustomerRadar.Core.Rules.Internal;

/// <summary>Places of a document, such as <c>rules[0].window.days</c>.</summary>
internal static class JsonPlace
{
    /// <summary>True when the second place is the first one, or a part of it.</summary>
    public static bool Holds(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || outer.Length == 0 || inner[outer.Length] is '.' or '[');

    /// <summary>The object around a place of a rule; the place itself where that is the rule.</summary>
    public static string Around(string place) => place.LastIndexOf('.') is > 0 and var end ? place[..end] : place;
}
