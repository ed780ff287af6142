using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>
/// The edge of every endpoint: a body beyond the limit is a refusal; anything else unexpected is a defect of the sandbox.
/// </summary>
internal sealed partial class RequestErrors(RequestDelegate next, RequestCounters counters, ILogger<RequestErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            counters.CountRefused();
            await WireJson.Refusal(bad.StatusCode, "00413", $"The body is larger than {RequestBody.Limit} bytes.").ExecuteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            LogClientGone(context.Request.Path);
        }
        catch (Exception defect) when (!context.Response.HasStarted)
        {
            LogDefect(defect, context.Request.Path);
            var description = $"The sandbox itself failed with {defect.GetType().Name}.";
            await WireJson.Refusal(StatusCodes.Status500InternalServerError, "00500", description).ExecuteAsync(context);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "The client left before {Path} was answered")]
    private partial void LogClientGone(string path);

    [LoggerMessage(2, LogLevel.Error, "The sandbox failed at {Path}")]
    private partial void LogDefect(Exception defect, string path);
}
