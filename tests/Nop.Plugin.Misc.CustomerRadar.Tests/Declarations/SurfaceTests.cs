using CustomerRadar.Surfaces;
using Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

public sealed class SurfaceTests
{
    private static readonly Surface Own = Surface.Read([typeof(SurfaceTests).Assembly.Location]);

    [Test]
    public void Read_Class_WritesEverythingThatACallerReliesOn() => Assert.That(Written("Sample`2"), Is.EqualTo("""
        abstract class Sample<TItem,TOther> : MarshalByRefObject where TItem : Exception, IComparable<TItem>, new() where TOther : struct
        A [HtmlTargetElement("sample", Attributes = "for", TagStructure = 2)]
        I IDisposable
        C protected (String name, params Int32[] numbers)
        M Void Dispose()
        M abstract Boolean Tries(in Int32 one, ref String two, out IList<ValueTuple<Int32,TItem[]>> three)
        M override String ToString()
        M protected Void Wide()
        M sealed override Int32 GetHashCode()
        M static T Make<T>(T value = default, TimeSpan length = default, Nullable<Int32> number = null, Decimal price = 1.50, DayOfWeek day = 1) where T : class, IDisposable
        M virtual Nullable<TOther> Find(Char letter = ',', Double weight = 0.5, String text = "it\'s\n", Object any = null)
        P Int32 Count { get; protected set; } [Obsolete]
        P Int32 Secret { set; }
        P String this[Int32 index, String key = "a, b"] { get; }
        P required String Name { get; init; } [HtmlAttributeName("for", DictionaryAttributePrefix = "for-")]
        F Int32 Field
        F const Int64 Number = -1
        F const String Text = "a, \"b\" (c)"
        F protected static readonly Int32[] Shared
        V EventHandler Changed
        """));

    [TestCase("SampleAttribute", "sealed class SampleAttribute : Attribute\nA [AttributeUsage(68, AllowMultiple = true)]\nC ()")]
    [TestCase("Extensions", "static class Extensions\nM static Int32 Twice(this Int32 number)")]
    [TestCase("Size", "enum Size : Byte\nE Small = 1\nE Large = 0")]
    [TestCase("IPart`2", "interface IPart<in TIn,out TOut>\nI IDisposable\nM TOut Take(TIn part)\nM virtual Int32 Count()\nP static abstract Int32 Total { get; }")]
    [TestCase("Point", "readonly ref struct Point\nP Int32 X { get; init; }")]
    public void Read_OtherKind_WritesIt(string type, string expected) => Assert.That(Written(type), Is.EqualTo(expected));

    [Test]
    public void Read_Delegate_WritesItsCall() =>
        Assert.That(Written("Maker`1"), Does.StartWith("delegate Maker<out TOut>\nC (Object object, IntPtr method)").And.EndWith("M virtual TOut Invoke(Int32 number)"));

    [Test]
    public void Parse_WhatToStringWrote_IsTheSame() => Assert.That(Surface.Parse(Own.ToString()).ToString(), Is.EqualTo(Own.ToString()));

    [TestCase("## Some.Assembly 1.0.0.0\nT clas Wrong")]
    [TestCase("## Some.Assembly 1.0.0.0\nT class Right\n  X Wrong")]
    [TestCase("## Some.Assembly 1.0.0.0\nT class Right\n  M Wrong")]
    [TestCase("Wrong")]
    public void Parse_SomethingElse_Throws(string text) => Assert.That(() => Surface.Parse(text), Throws.TypeOf<FormatException>());

    private static string Written(string name)
    {
        var ns = typeof(SampleAttribute).Namespace!;
        var type = Own.Types.Single(type => type.Key.Name == $"{ns}.{name}");
        return string.Join('\n', type.Lines.Select(line => line.ToString()).Prepend(type.Header.Replace(ns + ".", "", StringComparison.Ordinal)));
    }
}
