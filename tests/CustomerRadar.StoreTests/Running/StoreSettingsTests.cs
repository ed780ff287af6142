namespace CustomerRadar.StoreTests.Running;

/// <summary>Needs no store.</summary>
public sealed class StoreSettingsTests
{
    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("customerradar-store-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Missing_NothingSet_NamesAllFour() =>
        Assert.That(
            StoreSettings.Missing(_ => null),
            Is.EqualTo(new[] { "NOPCOMMERCE_DIR", "NOPCOMMERCE_URL", "NOPCOMMERCE_ADMIN", "NOPCOMMERCE_PASSWORD" }));

    [Test]
    public void Missing_OneBlank_NamesThatOne() =>
        Assert.That(StoreSettings.Missing(Variables(password: " ")), Is.EqualTo(new[] { "NOPCOMMERCE_PASSWORD" }));

    [Test]
    public void Read_AllSet_GivesThemWithoutShowingThePassword()
    {
        File.WriteAllText(Path.Combine(_folder, "Nop.Web.dll"), "");

        var settings = StoreSettings.Read(Variables());

        Assert.Multiple(() =>
        {
            Assert.That(settings.Address, Is.EqualTo(new Uri("http://127.0.0.1:5650/")));
            Assert.That(settings.Password, Is.EqualTo("secret"));
            Assert.That($"{settings}", Does.Not.Contain("secret"));
        });
    }

    [Test]
    public void Read_FolderWithoutAStore_NamesTheVariable() =>
        Assert.That(() => StoreSettings.Read(Variables()), Throws.InvalidOperationException.With.Message.StartsWith("NOPCOMMERCE_DIR"));

    [Test]
    public void Read_NoAddress_NamesTheVariable()
    {
        File.WriteAllText(Path.Combine(_folder, "Nop.Web.dll"), "");

        Assert.That(() => StoreSettings.Read(Variables(url: "localhost")), Throws.InvalidOperationException.With.Message.StartsWith("NOPCOMMERCE_URL"));
    }

    [Test]
    public void Find_NoBrowser_SaysWhatToInstall() =>
        Assert.That(
            () => Chromium.Find(name => name == "PATH" ? _folder : null),
            Throws.InvalidOperationException.With.Message.Contains("CHROMIUM_PATH"));

    [Test]
    public void Find_PathGiven_TakesIt()
    {
        var program = Path.Combine(_folder, "browser");
        File.WriteAllText(program, "");

        Assert.That(Chromium.Find(name => name == "CHROMIUM_PATH" ? program : null), Is.EqualTo(program));
    }

    private Func<string, string?> Variables(string url = "http://127.0.0.1:5650", string password = "secret") => name => name switch
    {
        "NOPCOMMERCE_DIR" => _folder,
        "NOPCOMMERCE_URL" => url,
        "NOPCOMMERCE_ADMIN" => "admin@example.test",
        "NOPCOMMERCE_PASSWORD" => password,
        _ => null,
    };
}
