using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests;

public sealed class ColumnTests
{
    [TestCase(null, null)]
    [TestCase("1234", "1234")]
    [TestCase("12345", "123…")]
    [TestCase("12😀5", "12…")]
    [TestCase("1😀45", "1😀…")]
    public void Cut_ToFour_KeepsWholeCharacters(string? text, string? expected) => Assert.That(Column.Cut(text, 4), Is.EqualTo(expected));
}
