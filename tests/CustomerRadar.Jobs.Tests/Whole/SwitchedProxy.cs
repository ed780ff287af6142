using System.Net;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>A proxy that a test switches on and off.</summary>
internal sealed class SwitchedProxy : IWebProxy
{
    /// <summary>Where connections are made to; null, the default: straight to the API.</summary>
    public Uri? Address { get; set; }

    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination) => Address;

    public bool IsBypassed(Uri host) => Address is null;
}
