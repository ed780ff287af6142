using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

#pragma warning disable CS0067, CS0649, CA1000, CA1003, CA1019, CA1030, CA1045, CA1051, CA1715, CA1720, CA1813, CA1819, CA1822, CA2211, CA2227

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

/// <summary>One of everything that a compiler can bake into the code of a caller.</summary>
[HtmlTargetElement("sample", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
[DisplayName("Not of interest")]
public abstract class Sample<TItem, TOther> : MarshalByRefObject, IDisposable
    where TItem : Exception, IComparable<TItem>, new()
    where TOther : struct
{
    public const string Text = "a, \"b\" (c)";

    public const long Number = -1;

    protected static readonly int[] Shared = [];

    public int Field;

    internal int Hidden;

    private protected int AlmostHidden;

    protected Sample(string name, params int[] numbers)
    {
    }

    private Sample()
    {
    }

    public event EventHandler? Changed;

    [HtmlAttributeName("for", DictionaryAttributePrefix = "for-")]
    public required string Name { get; init; }

    [Obsolete("Not of interest")]
    public int Count { get; protected set; }

    public int Secret { private get; set; }

    public string this[int index, string key = "a, b"] => key;

    public static T Make<T>(T value = default!, TimeSpan length = default, int? number = null, decimal price = 1.50m, DayOfWeek day = DayOfWeek.Monday)
        where T : class, IDisposable
        => value;

    public abstract bool Tries(in int one, ref string two, out IList<(int, TItem[])> three);

    public virtual TOther? Find(char letter = ',', double weight = 0.5, string text = "it's\n", object? any = null) => null;

    public override string ToString() => "";

    public sealed override int GetHashCode() => 0;

    public void Dispose() => GC.SuppressFinalize(this);

    protected internal void Wide()
    {
    }

    internal void Narrow()
    {
    }
}
