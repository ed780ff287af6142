namespace Nop.Plugin.Misc.CustomerRadar.Places;

/// <summary>A store's address as far as it tells one shop from another.</summary>
internal static class StoreAddress
{
    /// <summary>Host, port and path. The scheme does not count, nor its usual port, nor a slash at the end: a shop that goes over to https is the same shop.</summary>
    public static string Of(string? url)
    {
        var text = (url ?? "").Trim();
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var address) && address.Host.Length > 0
            ? $"{address.IdnHost}{(address.Port is 80 or 443 or -1 ? "" : $":{address.Port}")}{address.AbsolutePath.TrimEnd('/')}".ToLowerInvariant()
            : text.TrimEnd('/').ToLowerInvariant();
    }
}
