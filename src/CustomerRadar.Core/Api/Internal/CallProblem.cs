namespace CustomerRadar.Core.Api.Internal;

/// <summary>Says in plain words why a call gave no answer.</summary>
internal static class CallProblem
{
    public static string Describe(Exception problem, Uri address, TimeSpan totalTimeout) => problem switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"The address {address.Host} could not be found (DNS).",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"No secure connection (TLS) to {address.Host} could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"The proxy did not connect to {address.Host}.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"No connection to {address.Authority} could be made.",
        OperationCanceledException { InnerException: TimeoutException } => $"No connection to {address.Authority} could be made in time.",
        OperationCanceledException => $"There was no answer within {totalTimeout.TotalSeconds:0} seconds.",
        _ => $"The connection to {address.Authority} broke.",
    };
}
