using CustomerRadar.Core.Api.Ids;

namespace CustomerRadar.Core.Api;

/// <summary>Everything that one client of Customer Radar needs to be called: address, log-in, client id, and the merchant's own home.</summary>
public sealed record Connection
{
    /// <summary>The name in logs, pauses and pages.</summary>
    public required ConnectionKey Key { get; init; }

    /// <summary>Where the API answers. Default <see cref="Api.BaseAddress.Default"/>.</summary>
    public BaseAddress BaseAddress { get; init; } = BaseAddress.Default;

    /// <summary>The user name that Customer Radar support gave out; <c>username</c> of the documented log-in.</summary>
    public required string Username { get; init; }

    /// <summary>The password that belongs to <see cref="Username"/>.</summary>
    public required Secret Password { get; init; }

    /// <summary>The merchant's client at Customer Radar.</summary>
    public required ClientDisplayId ClientDisplayId { get; init; }

    /// <summary>Where POM Lookup answers. Null (default): there is none, ids are typed in or pasted.</summary>
    public LookupAddress? PomLookup { get; init; }

    /// <summary>Two-letter ISO 3166 code of the merchant's country: numbers of this country are sent in national form. Null: every number is foreign.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>True: everything is done but the call itself; such a row is Skipped and says so. Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>The zone in which a day, a send window and the end of a rental are counted. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
