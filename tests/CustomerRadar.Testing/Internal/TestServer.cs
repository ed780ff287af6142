using NUnit.Framework;

namespace CustomerRadar.Testing.Internal;

/// <summary>Finds the server that the test run provides, or ends the test with what to do.</summary>
internal static class TestServer
{
    /// <summary>Set to 1 by build/test.cs where no server's tests may be skipped.</summary>
    public const string StrictVariable = "CUSTOMERRADAR_TEST_STRICT";

    public static string ConnectionString(string product, string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (!string.IsNullOrWhiteSpace(value))
            return value;
        throw Missing($"No {product} server: set {variable} to a connection string whose user may create databases, "
            + "or run the tests with: dotnet run build/test.cs");
    }

    /// <summary>Skips the test, or fails it where nothing may be skipped; it never returns.</summary>
    public static Exception Missing(string message)
    {
        if (IsStrict())
            Assert.Fail(message);
        Assert.Ignore(message);
        return new InvalidOperationException(message);
    }

    public static string NewDatabaseName() => $"customerradar_{Guid.NewGuid():N}";

    private static bool IsStrict() =>
        Environment.GetEnvironmentVariable(StrictVariable) == "1"
        || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
