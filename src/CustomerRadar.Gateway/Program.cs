using CustomerRadar.Gateway.Hosting;
using CustomerRadar.Gateway.Settings;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine("""
        The Customer Radar gateway: webhooks in, invitations out.

          --urls http://127.0.0.1:5700            where it listens
          --Gateway:Configuration FILE            the sources-and-rules file (docs/gateway-configuration.md)
          --CustomerRadar:Username NAME           and :Password, :ClientDisplayId, :BaseUrl, :HomeCountry, :TimeZone
          --Storage:Provider Sqlite|PostgreSql    and --Storage:ConnectionString TEXT
          --Gateway:OperatorKey KEY               at least 16 characters; without it one is made at the first start

        Every setting can also stand in appsettings.json or in the environment (CustomerRadar__Password=…), where secrets belong.
        """);
    return 0;
}

try
{
    await using var app = await GatewayApp.BuildAsync(args);
    await app.StartAsync();
    Console.WriteLine($"Gateway listening on {string.Join(", ", app.Urls)}");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (SettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"The gateway cannot start: {problem.Message} Another program listens there; choose another address with --urls http://127.0.0.1:PORT.");
    return 1;
}
