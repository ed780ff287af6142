using System.Data.Common;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Gateway.Sources;

namespace CustomerRadar.Gateway.Webhooks;

/// <summary><c>POST /webhooks/{source}</c>: size, signature over the raw bytes, then stored, then 2xx.</summary>
internal static partial class WebhookEndpoint
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes) => routes.MapPost("/webhooks/{source}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string source,
        HttpRequest request,
        GatewayConfiguration configuration,
        GatewaySettings settings,
        DeliveryTaker taker,
        ILogger<DeliveryTaker> log,
        CancellationToken cancellationToken)
    {
        if (!configuration.Sources.TryGetValue(source, out var known))
            return Results.Problem("There is no such source.", statusCode: StatusCodes.Status404NotFound);
        if (await ReadAsync(request, settings.MaximumWebhookBytes, cancellationToken) is not { } body)
        {
            return Results.Problem(
                $"The delivery is larger than {settings.MaximumWebhookBytes} bytes (Gateway:MaximumWebhookBytes).",
                statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var check = known.Signature.Check(body, request.Headers[known.Signature.Header]);
        if (check != SignatureCheck.Valid)
        {
            LogSignature(log, source, check);
            return Results.Problem($"The signature in {known.Signature.Header} is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (DeliveryReader.Parse(body) is not { } payload)
            return Results.Problem("The body is not a JSON object.", statusCode: StatusCodes.Status400BadRequest);
        try
        {
            return Results.Ok(await taker.TakeAsync(known, payload, cancellationToken));
        }
        catch (DeliveryException problem)
        {
            LogUnreadable(log, source, problem.Message);
            return Results.Problem(problem.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        // The platform delivers again on 5xx; what was stored is the same row then.
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            LogDatabase(log, problem, source);
            return Results.Problem("The delivery could not be stored; please send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int maximum, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximum)
            return null;
        var buffer = new byte[maximum + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maximum ? null : buffer[..length];
    }

    [LoggerMessage(4000, LogLevel.Warning, "A delivery to source {Source} was refused: its signature is {Check}")]
    private static partial void LogSignature(ILogger log, string source, SignatureCheck check);

    [LoggerMessage(4001, LogLevel.Warning, "A delivery to source {Source} could not be used: {Problem}")]
    private static partial void LogUnreadable(ILogger log, string source, string problem);

    [LoggerMessage(4002, LogLevel.Error, "A delivery to source {Source} could not be stored")]
    private static partial void LogDatabase(ILogger log, Exception problem, string source);
}
