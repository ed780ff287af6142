using CustomerRadar.Surfaces;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>What nopCommerce has, what we declare of it and what the compiled plugin asks of it are one and the same.</summary>
public sealed class DeclarationTests
{
    [Test]
    public void Declarations_AgreeWithNopCommerce()
    {
        using var plugin = Facts.Plugin();

        Assert.That(DeclarationCheck.Faults(Facts.Declared, Facts.Recorded, plugin), Is.Empty);
    }

    [Test]
    public void CompiledPlugin_RefersOnlyToWhatNopCommerceHas()
    {
        using var plugin = Facts.Plugin();

        Assert.That(new UseCheck(Facts.Recorded, FrameworkMembers.Has).Faults(plugin), Is.Empty);
    }

    [Test]
    public void CompiledPlugin_References_IncludeTheViews()
    {
        using var plugin = Facts.Plugin();

        Assert.That(plugin.MemberUses.Select(use => use.ToString()), Has.Some.Contains("NopRazorPage`1").And.Some.Contains("NopEditorTagHelper"));
    }

    [Test]
    public void RecordedFacts_AreNoMoreThanWhatIsDeclared()
    {
        using var plugin = Facts.Plugin();

        Assert.That(Recording.Reduce(Facts.Recorded, Facts.Declared, plugin).ToString(), Is.EqualTo(Facts.Text), "Run build/facts.cs: a declaration is gone, its facts are not.");
    }

    [Test]
    public void RecordedFacts_ReadAnewFromAStore_AreTheSame()
    {
        using var plugin = Facts.Plugin();

        Assert.That(Recording.Reduce(Facts.ReadFrom(Store()), Facts.Declared, plugin).ToString(), Is.EqualTo(Facts.Text));
    }

    [Test]
    public void CompiledPlugin_RefersOnlyToWhatThatStoreHas()
    {
        using var plugin = Facts.Plugin();

        Assert.That(new UseCheck(Facts.ReadFrom(Store()), FrameworkMembers.Has).Faults(plugin), Is.Empty);
    }

    private static string Store()
    {
        var folder = Environment.GetEnvironmentVariable("NOPCOMMERCE_DIR");
        if (string.IsNullOrEmpty(folder))
            Assert.Ignore("NOPCOMMERCE_DIR does not name a published nopCommerce 4.90 store.");
        return folder!;
    }
}
