using System.Globalization;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>Says in plain words why a call gave no answer.</summary>
internal static class CallProblem
{
    public static string Describe(Exception problem, bool wasSent, Uri address, TimeSpan totalTimeout) => problem switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"The address {address.Host} could not be found (DNS).",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"No secure connection (TLS) to {address.Authority} could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"The proxy did not connect to {address.Authority}.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"No connection to {address.Authority} could be made.",
        OperationCanceledException { InnerException: TimeoutException } => $"No connection to {address.Authority} could be made in time.",
        OperationCanceledException when !wasSent => $"The request could not be sent to {address.Authority} within {Seconds(totalTimeout)}.",
        OperationCanceledException => $"There was no answer within {Seconds(totalTimeout)}.",
        _ when !wasSent => $"The connection to {address.Authority} broke before the request was sent.",
        _ => $"The connection to {address.Authority} broke before there was an answer.",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds");
}
