using CustomerRadar.Surfaces;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>The check can fail: a nopCommerce that differs in one place is noticed, in that place and nowhere else.</summary>
public sealed class DeclarationCheckTests
{
    [TestCase("Boolean encode = true, Int32 timeout = 0", "Boolean encode = false, Int32 timeout = 0", TestName = "Faults_OtherDefault_AreReported")]
    [TestCase("SuccessNotification(String message, Boolean encode = true, Int32 timeout = 0)", "SuccessNotification(String message, Boolean encode = true)", TestName = "Faults_FewerParameters_AreReported")]
    [TestCase("String GetStoreLocation(Nullable<Boolean> useSsl", "Uri GetStoreLocation(Nullable<Boolean> useSsl", TestName = "Faults_OtherReturnType_AreReported")]
    [TestCase("String category, params String[]", "String category, String[]", TestName = "Faults_NoParams_AreReported")]
    [TestCase("(Nop.Core.Domain.Orders.Order order)", "(Nop.Core.Domain.Orders.Order paid)", TestName = "Faults_OtherParameterName_AreReported")]
    [TestCase("F const String ADMIN = \"Admin\"", "F const String ADMIN = \"Backend\"", TestName = "Faults_OtherConstant_AreReported")]
    [TestCase("E Cancelled = 40", "E Cancelled = 41", TestName = "Faults_OtherEnumValue_AreReported")]
    [TestCase("IRepository<TEntity> where TEntity : Nop.Core.BaseEntity", "IRepository<TEntity> where TEntity : class", TestName = "Faults_OtherConstraintOfAType_AreReported")]
    [TestCase("DeleteSettingAsync<T>() where T : Nop.Core.Configuration.ISettings, new()", "DeleteSettingAsync<T>() where T : Nop.Core.Configuration.ISettings", TestName = "Faults_OtherConstraintOfAMethod_AreReported")]
    [TestCase("class Nop.Core.Domain.Orders.Order : Nop.Core.BaseEntity", "class Nop.Core.Domain.Orders.Order", TestName = "Faults_OtherBaseType_AreReported")]
    [TestCase("class Nop.Core.Domain.Orders.OrderPaidEvent\n", "struct Nop.Core.Domain.Orders.OrderPaidEvent\n", TestName = "Faults_OtherKind_AreReported")]
    [TestCase("T class Nop.Core.Domain.Stores.Store : ", "T sealed class Nop.Core.Domain.Stores.Store : ", TestName = "Faults_OtherModifierOfAType_AreReported")]
    [TestCase("M virtual Task UninstallAsync()", "M Task UninstallAsync()", TestName = "Faults_NotVirtual_AreReported")]
    [TestCase("P static String AdministratorsRoleName", "P String AdministratorsRoleName", TestName = "Faults_NotStatic_AreReported")]
    [TestCase("P String Url { get; set; }", "P String Url { get; init; }", TestName = "Faults_InitOnly_AreReported")]
    [TestCase("P String Url { get; set; }", "P required String Url { get; set; }", TestName = "Faults_Required_AreReported")]
    [TestCase("  P String EncryptionKey { get; set; }\n", "", TestName = "Faults_NoSuchMember_AreReported")]
    [TestCase("T interface Nop.Core.IWebHelper", "T interface Nop.Core.IOtherHelper", TestName = "Faults_NoSuchType_AreReported")]
    [TestCase("  P Int32 Priority { get; }\n", "  P Int32 Priority { get; }\n  P Int32 Weight { get; }\n", TestName = "Faults_MoreToImplement_AreReported")]
    [TestCase("  I Nop.Core.Configuration.IConfig\n", "", TestName = "Faults_InterfaceNotImplemented_AreReported")]
    [TestCase("[AttributeUsage(64, AllowMultiple = true)]", "[AttributeUsage(64)]", TestName = "Faults_OtherUseOfAnAttribute_AreReported")]
    [TestCase("[HtmlTargetElement(\"nop-label\", Attributes", "[HtmlTargetElement(\"nop-caption\", Attributes", TestName = "Faults_OtherElementOfATagHelper_AreReported")]
    [TestCase("ModelExpression For { get; set; } [HtmlAttributeName(\"asp-for\")]", "ModelExpression For { get; set; } [HtmlAttributeName(\"for\")]", TestName = "Faults_OtherAttributeOfATagHelper_AreReported")]
    [TestCase("## Nop.Data 4.90.0.0", "## Nop.Data 4.80.0.0", TestName = "Faults_OtherVersion_AreReported")]
    public void Faults(string from, string to)
    {
        using var plugin = Facts.Plugin();

        var faults = DeclarationCheck.Faults(Facts.Declared, Facts.Changed(from, to), plugin);

        Assert.That(faults, Is.Not.Empty);
        Assert.That(faults, Has.Count.LessThanOrEqualTo(Facts.Text.Split(from).Length), "Only what was changed differs.");
    }

    [Test]
    public void Faults_OtherDefault_NamesBoth()
    {
        using var plugin = Facts.Plugin();

        var faults = DeclarationCheck.Faults(Facts.Declared, Facts.Changed("GetStoreLocation(Nullable<Boolean> useSsl = null)", "GetStoreLocation(Nullable<Boolean> useSsl = true)"), plugin);

        Assert.That(faults, Is.EqualTo(new[]
        {
            "Nop.Core.IWebHelper (Nop.Core): declared is \"M String GetStoreLocation(Nullable<Boolean> useSsl = null)\", "
            + "nopCommerce has \"M String GetStoreLocation(Nullable<Boolean> useSsl = true)\".",
        }));
    }
}
