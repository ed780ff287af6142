using System.Diagnostics.CodeAnalysis;
using CustomerRadar.Core.Api.Internal;

namespace CustomerRadar.Core.Api.Ids;

/// <summary>
/// Where "POM Lookup V2" answers. Customer Radar's documentation names it and says neither address nor parameters nor answer, so it is a
/// setting, with whatever parameters belong into it: whole (https, or http on this machine), or from <c>/</c> on below the API address.
/// </summary>
public sealed record LookupAddress
{
    private const string What = "The POM Lookup address";

    private readonly string _typed;

    private LookupAddress(string typed) => _typed = typed;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">The text is neither an http(s) address nor a path, carries a user name or a fragment, or is http beyond loopback.</exception>
    public static LookupAddress Parse(string? text) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    /// <summary>Reads an address without throwing.</summary>
    /// <param name="text">For example <c>https://api.feedback.fyi/pom?client=1</c> or <c>/pom?client=1</c>.</param>
    /// <param name="address">The address, or null.</param>
    /// <param name="problem">What is wrong, for the person who typed it; null when nothing is.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LookupAddress? address, [NotNullWhen(false)] out string? problem)
    {
        var typed = text?.Trim() ?? "";
        problem = typed.Length == 0 ? $"{What} is missing." : WebAddress.Problem(What, Whole(typed, BaseAddress.Default), out _);
        address = problem is null ? new LookupAddress(typed) : null;
        return problem is null;
    }

    /// <summary>The whole address, for a connection to an API.</summary>
    /// <param name="api">That under which a path is looked up.</param>
    public Uri Below(BaseAddress api) => new(Whole(_typed, api));

    /// <summary>The address as it was typed.</summary>
    public override string ToString() => _typed;

    private static string Whole(string typed, BaseAddress api) =>
        typed.StartsWith('/') ? api.Endpoint(typed.TrimStart('/')).AbsoluteUri
        : typed.Contains("://", StringComparison.Ordinal) ? typed
        : "https://" + typed;
}
