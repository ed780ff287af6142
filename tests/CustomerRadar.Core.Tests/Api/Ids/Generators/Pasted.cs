using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Tests.Api.Ids.Generators;

/// <summary>What the property tests draw from.</summary>
public static class Pasted
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", "\"\"", ",", ";", "\t", ":", "=", "\n", "\r\n", "\r", " ", "//", "'", "-", "0", "\uFEFF",
        "locationDisplayId", "pomDisplayId", "Location ID", "location", "name", "Auckland", Found.Id("a1"), Found.Id("b2"), "1.2E+31",
    ];

    public static Arbitrary<PastedTree> Trees() => Gen.Sized(size => Container(Math.Min(size, 40))).Select(json => new PastedTree(json)).ToArbitrary();

    public static Arbitrary<PastedTable> Tables() => (
        from names in Gen.OneOf(Text, ArbMap.Default.GeneratorFor<string>().Select(name => name ?? "")).ListOf()
        from separator in Gen.Elements(',', ';', '\t')
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from quoteAll in Gen.Elements(true, false)
        select new PastedTable([.. names], separator, lineEnd, quoteAll)).ToArbitrary();

    /// <summary>Text that looks a little like all forms that are read.</summary>
    public static Arbitrary<string> Texts() => Text.ToArbitrary();

    private static Gen<string> Text => Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static Gen<JContainer> Container(int size) => Gen.OneOf(Object(size).Select(json => (JContainer)json), List(size).Select(json => (JContainer)json));

    private static Gen<JArray> List(int size) => Gen.Choose(0, 4).SelectMany(count => Gen.OneOf(Object(size / 3), Object(size / 3)).ListOf(count)).Select(items => new JArray(items));

    private static Gen<JObject> Object(int size) =>
        from keys in Gen.SubListOf(PastedTree.IdKeys)
        from ids in Gen.Choose(1, 9).ListOf(keys.Count)
        from named in Gen.Elements(true, false)
        from below in size == 0 ? Gen.Constant<IList<string>>([]) : Gen.SubListOf("data", "location", "locations", "poms", "Auckland", "Wellington").Select(names => (IList<string>)[.. names])
        from parts in Container(size / 3).ListOf(below.Count)
        select new JObject(
            keys.Zip(ids, (key, id) => new JProperty(key, Found.Id($"{id}a")))
                .Concat(named ? [new JProperty("name", "A name")] : [])
                .Concat(below.Zip(parts, (key, part) => new JProperty(key, part))));
}
