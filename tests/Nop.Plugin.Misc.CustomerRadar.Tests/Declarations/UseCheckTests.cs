using CustomerRadar.Surfaces;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>The check can fail: a nopCommerce that lacks what the compiled plugin calls is noticed.</summary>
public sealed class UseCheckTests
{
    [TestCase("T interface Nop.Core.IWebHelper", "T interface Nop.Core.IOtherHelper", "Nop.Core.IWebHelper (Nop.Core)", TestName = "Faults_NoSuchType_AreReported")]
    [TestCase("T enum Nop.Data.DataProviderType\n  E Unknown = 0\n  E SqlServer = 1\n  E MySql = 2\n  E PostgreSQL = 3\n", "", "DataProviderType (Nop.Data)", TestName = "Faults_NoSuchEnum_AreReported")]
    [TestCase("  M String GetStoreLocation(Nullable<Boolean> useSsl = null)\n", "", "GetStoreLocation(Nullable<Boolean>)", TestName = "Faults_NoSuchMethod_AreReported")]
    [TestCase("SuccessNotification(String message, Boolean encode = true, Int32 timeout = 0)", "SuccessNotification(String message, Boolean encode = true)", "SuccessNotification(String, Boolean, Int32)", TestName = "Faults_FewerParameters_AreReported")]
    [TestCase("Task<T> LoadSettingAsync<T>(", "Task<T> LoadSettingAsync<T,TOther>(", "LoadSettingAsync`1", TestName = "Faults_OtherNumberOfTypeParameters_AreReported")]
    [TestCase("P static String AdministratorsRoleName", "P String AdministratorsRoleName", "get_AdministratorsRoleName", TestName = "Faults_NotStatic_AreReported")]
    [TestCase("P String EncryptionKey { get; set; }", "P String EncryptionKey { set; }", "get_EncryptionKey", TestName = "Faults_NoGetter_AreReported")]
    [TestCase("P Int32 Id { get; set; }", "P Int64 Id { get; set; }", "get_Id", TestName = "Faults_OtherTypeOfAProperty_AreReported")]
    [TestCase("P Nop.Web.Framework.Localization.Localizer T { get; }", "P Object T { get; }", "get_T", TestName = "Faults_OtherMemberOfAView_AreReported")]
    [TestCase("P String IsRequired { get; set; }", "P String Needed { get; set; }", "", TestName = "Faults_UnusedPropertyOfATagHelper_AreNone")]
    [TestCase("(String permissionSystemName, ", "(Int32 permissionSystemName, ", "CheckPermissionAttribute", TestName = "Faults_OtherConstructorOfAnAttribute_AreReported")]
    [TestCase("Task<TEntity> GetByIdAsync(Nullable<Int32> id", "Task<Object> GetByIdAsync(Nullable<Int32> id", "GetByIdAsync", TestName = "Faults_OtherSignatureInAGenericType_AreReported")]
    [TestCase("## Nop.Web.Framework 4.90.0.0", "## Nop.Web.Other 4.90.0.0", "(Nop.Web.Framework)", TestName = "Faults_OtherAssembly_AreReported")]
    public void Faults(string from, string to, string expected)
    {
        using var plugin = Facts.Plugin();

        var faults = new UseCheck(Facts.Changed(from, to), FrameworkMembers.Has).Faults(plugin);

        Assert.That(faults, expected.Length == 0 ? Is.Empty : Has.Some.Contains(expected));
    }

    [Test]
    public void Faults_MemberMovedToTheBaseType_AreNone()
    {
        using var plugin = Facts.Plugin();
        var moved = Facts.Changed("  P Int32 Id { get; set; }\n", "  P Int32 Id { get; set; }\n  P Int32 StoreId { get; set; }\n").ToString()
            .Replace("  P Int32 PaymentStatusId { get; set; }\n  P Int32 StoreId { get; set; }\n", "  P Int32 PaymentStatusId { get; set; }\n", StringComparison.Ordinal);

        Assert.That(new UseCheck(Surface.Parse(moved), FrameworkMembers.Has).Faults(plugin), Is.Empty);
    }

    [Test]
    public void Faults_MemberMovedToAGenericBaseType_AreNone()
    {
        using var plugin = Facts.Plugin();
        const string Page = "T abstract class Nop.Web.Framework.Mvc.Razor.NopRazorPage<TModel> : ";
        const string Text = "  P Nop.Web.Framework.Localization.Localizer T { get; }\n";
        var moved = Facts.Changed(Page, Page + "Nop.Web.Framework.Mvc.Razor.BasePage<Nop.Web.Framework.Localization.Localizer,TModel>\n"
            + "T abstract class Nop.Web.Framework.Mvc.Razor.BasePage<TText,TPage> : ").ToString().Replace("<TModel>\n  C protected ()\n" + Text, "<TPage>\n  P TText T { get; }\n", StringComparison.Ordinal);

        Assert.That(moved, Does.Contain("P TText T { get; }").And.Not.Contain(Text));
        Assert.That(new UseCheck(Surface.Parse(moved), FrameworkMembers.Has).Faults(plugin), Has.None.Contains("get_T"));
    }

    [TestCase("{ get; set; }", false)]
    [TestCase("{ get; }", true)]
    public void Faults_PropertySetByAnAttribute_IsOneWithoutASetter(string accessors, bool expected)
    {
        using var tests = new CompiledAssembly(typeof(UseCheckTests).Assembly.Location);

        var faults = new UseCheck(Facts.Changed("P String ResourceKey { get; set; }", "P String ResourceKey " + accessors), FrameworkMembers.Has).Faults(tests);

        Assert.That(faults.Any(fault => fault.Contains("set_ResourceKey", StringComparison.Ordinal)), Is.EqualTo(expected));
    }

    [Test]
    public void Faults_AnAssemblyThatCallsOnlyTheFramework_AreNone()
    {
        using var core = new CompiledAssembly(typeof(global::CustomerRadar.Core.HostDatabase).Assembly.Location);

        Assert.That(new UseCheck(Surface.Parse(""), FrameworkMembers.Has).Faults(core), Is.Empty);
    }
}
