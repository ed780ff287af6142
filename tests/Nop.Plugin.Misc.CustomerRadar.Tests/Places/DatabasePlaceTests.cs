using System.Data.Common;
using CustomerRadar.Core;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Places;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Places;

public sealed class DatabasePlaceTests
{
    [TestCase("Data Source=db.example.com;Initial Catalog=shop;User ID=sa;Password=secret", "db.example.com", "shop")]
    [TestCase("Server=tcp:DB.example.com,1433;Database=shop", "db.example.com", "shop")]
    [TestCase("Address=db,1434;Database=shop", "db,1434", "shop")]
    [TestCase(@"Server=db\SQLEXPRESS;Database=shop", @"db\sqlexpress", "shop")]
    [TestCase(@"Server=.\SQLEXPRESS;Database=shop", @"web1\sqlexpress", "shop")]
    [TestCase(@"Server=(localdb)\MSSQLLocalDB;Database=shop", @"web1\mssqllocaldb", "shop")]
    [TestCase("Server=(local);Database=shop", "web1", "shop")]
    [TestCase("Server=127.0.0.1;Database=shop", "web1", "shop")]
    [TestCase("Server=::1;Database=shop", "web1", "shop")]
    public void Of_SqlServer_IsServerAndName(string text, string server, string name) => Check(DatabaseProduct.SqlServer, text, server, name);

    [TestCase("Server=db.example.com;Database=shop;User ID=root;Password=secret", "db.example.com", "shop")]
    [TestCase("Host=db;Port=3307;Initial Catalog=shop", "db:3307", "shop")]
    [TestCase("Data Source=localhost;Port=3306;Database=shop", "web1", "shop")]
    [TestCase("Server=/run/mysqld/mysqld.sock;Database=shop", "web1", "shop")]
    public void Of_MySql_IsServerAndName(string text, string server, string name) => Check(DatabaseProduct.MySql, text, server, name);

    [TestCase("Host=db.example.com;Database=shop;Username=nop;Password=secret", "db.example.com", "shop")]
    [TestCase("Server=db;Port=5433;DB=shop", "db:5433", "shop")]
    [TestCase("Host=b,A:5433;Database=shop", "a:5433,b", "shop")]
    [TestCase("Host=127.0.0.1;Database=shop", "web1", "shop")]
    [TestCase("Host=/var/run/postgresql;Database=shop", "web1", "shop")]
    [TestCase("Username=shop", "web1", "shop")]
    public void Of_PostgreSql_IsServerAndName(string text, string server, string name) => Check(DatabaseProduct.PostgreSql, text, server, name);

    private static void Check(DatabaseProduct product, string text, string server, string name) =>
        Assert.That(DatabasePlace.Of(new HostDatabase(product, Mock.Of<DbDataSource>(), text), "WEB1"), Is.EqualTo(new DatabasePlace(server, name)));
}
