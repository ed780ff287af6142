using CustomerRadar.Core;
using CustomerRadar.Gateway.Settings;
using Microsoft.Extensions.Configuration;

namespace CustomerRadar.Gateway.Tests.Settings;

internal sealed class SettingsReaderTests
{
    private static Dictionary<string, string?> Good() => new()
    {
        ["CustomerRadar:BaseUrl"] = "http://127.0.0.1:5600",
        ["CustomerRadar:Username"] = "testing",
        ["CustomerRadar:Password"] = "testing12345",
        ["CustomerRadar:ClientDisplayId"] = "8291a9ed952342c5b5fe2915f2189e7c",
        ["CustomerRadar:HomeCountry"] = "nz",
        ["CustomerRadar:TimeZone"] = "Pacific/Auckland",
        ["Gateway:Configuration"] = Path.Combine(AppContext.BaseDirectory, "samples", "gateway.json"),
    };

    [Test]
    public void Read_GoodSettings_HaveTheDocumentedDefaults()
    {
        var settings = Read(Good());
        Assert.That(
            (settings.Database, settings.TotalTimeout.TotalSeconds, settings.RequestsPerSecond, settings.MaximumWebhookBytes, settings.SweepEvery.TotalSeconds, settings.Connection.HomeCountry),
            Is.EqualTo((DatabaseProduct.Sqlite, 30d, 5d, 262144, 60d, "NZ")));
    }

    [TestCase("CustomerRadar:Username", null, "CustomerRadar:Username is missing")]
    [TestCase("CustomerRadar:Password", " ", "CustomerRadar:Password is missing")]
    [TestCase("CustomerRadar:ClientDisplayId", "a b", "CustomerRadar:ClientDisplayId has spaces")]
    [TestCase("CustomerRadar:BaseUrl", "http://api.feedback.fyi", "CustomerRadar:BaseUrl: The API address must start with https://")]
    [TestCase("CustomerRadar:HomeCountry", "New Zealand", "must be a two-letter country code")]
    [TestCase("CustomerRadar:TimeZone", "Middle/Earth", "CustomerRadar:TimeZone is \"Middle/Earth\"")]
    [TestCase("CustomerRadar:TotalTimeoutSeconds", "1", "must be a number from 2 to 300")]
    [TestCase("Storage:Provider", "Oracle", "Storage:Provider is \"Oracle\"")]
    [TestCase("Storage:Provider", "2", "it must be one of Sqlite, PostgreSql, SqlServer, MySql")]
    [TestCase("Storage:Provider", "MySql", "Storage:ConnectionString is missing. MySql needs one.")]
    [TestCase("Storage:Provider", "PostgreSql", "Storage:ConnectionString is missing")]
    [TestCase("Gateway:Configuration", "nowhere.json", "there is no file")]
    [TestCase("Gateway:OperatorKey", "short", "must have at least 16")]
    public void Read_OneFault_NamesSettingAndWhatToDo(string setting, string? value, string fault)
    {
        var values = Good();
        values[setting] = value;
        Assert.That(() => Read(values), Throws.TypeOf<SettingsException>().With.Message.Contains(fault));
    }

    [TestCase("PostgreSql", DatabaseProduct.PostgreSql)]
    [TestCase("sqlserver", DatabaseProduct.SqlServer)]
    [TestCase("MySql", DatabaseProduct.MySql)]
    public void Read_EveryProvider_IsKnown(string typed, DatabaseProduct product)
    {
        var values = Good();
        (values["Storage:Provider"], values["Storage:ConnectionString"]) = (typed, "Server=127.0.0.1");
        Assert.That(Read(values).Database, Is.EqualTo(product));
    }

    [Test]
    public void Read_Nothing_NamesAllThatIsMissingAtOnce() =>
        Assert.That(
            () => Read([]),
            Throws.TypeOf<SettingsException>().With.Message.Contains("Username").And.Message.Contains("Password").And.Message.Contains("ClientDisplayId").And.Message.Contains("Gateway:Configuration"));

    private static GatewaySettings Read(Dictionary<string, string?> values) => new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).Read();
}
