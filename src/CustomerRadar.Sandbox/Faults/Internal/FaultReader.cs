using System.Text.Json;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary>Reads a fault as it is ordered on the wire; says in words what is wrong with one.</summary>
internal static class FaultReader
{
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>().ToDictionary(FaultJson.NameOf);

    /// <summary>All kinds in words, for messages and pages.</summary>
    public static string KindNames { get; } = string.Join(", ", Kinds.Keys);

    /// <summary>The fault, or what is wrong; one of the two is null.</summary>
    public static (Fault? Fault, string? Problem) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, "A fault must be a JSON object with a kind.");
        if (!json.TryGetProperty("kind", out var name) || name.ValueKind != JsonValueKind.String)
            return (null, "kind is required and must be a string.");
        if (!Kinds.TryGetValue(name.GetString()!, out var kind))
            return (null, $"The kind {name.GetString()} is unknown.");
        var allowed = MembersOf(kind);
        foreach (var member in json.EnumerateObject())
        {
            if (!allowed.Contains(member.Name))
                return (null, $"{member.Name} does not belong to the kind {name.GetString()}; it takes {string.Join(", ", allowed)}.");
        }

        try
        {
            return (Create(kind, json), null);
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
        catch (ArgumentOutOfRangeException outside)
        {
            // Without the parameter's name that .NET appends on a second line.
            return (null, outside.Message.Split(" (Parameter")[0]);
        }
    }

    private static string[] MembersOf(FaultKind kind) => kind switch
    {
        FaultKind.Status => ["kind", "status", "retryAfter", "count"],
        FaultKind.Delay => ["kind", "seconds", "count"],
        FaultKind.DropAfterAccept or FaultKind.Garbage or FaultKind.RefuseLogin => ["kind", "count"],
        _ => ["kind"],
    };

    private static Fault Create(FaultKind kind, JsonElement json) => kind switch
    {
        FaultKind.Status => Fault.Status(
            Whole(json, "status") ?? throw new FormatException("status is required: a whole number from 300 to 599."),
            Whole(json, "retryAfter"),
            Whole(json, "count")),
        FaultKind.Delay => Fault.Delay(Seconds(json), Whole(json, "count")),
        FaultKind.DropAfterAccept => Fault.DropAfterAccept(Whole(json, "count")),
        FaultKind.Garbage => Fault.Garbage(Whole(json, "count")),
        FaultKind.RefuseLogin => Fault.RefuseLogin(Whole(json, "count")),
        FaultKind.ExpireTokens => Fault.ExpireTokens,
        FaultKind.SingleSession => Fault.SingleSession,
        _ => Fault.None,
    };

    private static int? Whole(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"{name} must be a whole number.");
    }

    private static TimeSpan Seconds(JsonElement json)
    {
        var seconds = 0d;
        if (!json.TryGetProperty("seconds", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out seconds))
            throw new FormatException($"seconds is required: a number of more than 0 and at most {Fault.MaxDelaySeconds}.");

        // Clamped, not cast: a number beyond TimeSpan's own range must meet the limit's message, not an overflow.
        return TimeSpan.FromSeconds(Math.Clamp(seconds, -1, Fault.MaxDelaySeconds + 1));
    }
}
