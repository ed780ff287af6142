using System.Text.Json.Nodes;

namespace CustomerRadar.Sandbox.Tests;

/// <summary>The documented example request, typed from the document and not from the sandbox's own directory.</summary>
internal static class Example
{
    public const string Client = "8291a9ed952342c5b5fe2915f2189e7c";
    public const string Programme = "1cf118a0326d47aa851a90b9674e90aa";
    public const string Location = "1cf118a0326d47aa851a90b9674e90aa";
    public const string Pom = "7547ct569yh67n0326vghddte86bkkn";

    public static JsonObject Entry() => new()
    {
        ["email"] = "abc@gmail.com",
        ["mobile"] = "0211234321",
        ["firstName"] = "Dave",
        ["lastName"] = "Brown",
        ["locationDisplayId"] = Location,
        ["pomDisplayId"] = Pom,
        ["metadata"] = new JsonArray(
            new JsonObject { ["key"] = "booking_reference", ["value"] = "122334345" },
            new JsonObject { ["key"] = "invoice_no", ["value"] = "INV00001" }),
    };

    public static JsonObject Request(params JsonObject[] entries) => new()
    {
        ["clientDisplayId"] = Client,
        ["programmeDisplayId"] = Programme,
        ["sendData"] = new JsonArray([.. entries.Length == 0 ? [Entry()] : entries]),
    };
}
