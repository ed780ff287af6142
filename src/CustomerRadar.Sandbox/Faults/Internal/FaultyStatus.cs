using System.Globalization;
using CustomerRadar.Sandbox.Hosting.Internal;
using Microsoft.Net.Http.Headers;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary>The answer that a status fault ordered.</summary>
internal sealed class FaultyStatus(Fault fault) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = fault.StatusCode!.Value;
        var response = httpContext.Response;
        if (fault.RetryAfterSeconds is { } seconds)
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);

        // A redirect that could be followed: only so does it show whether a client follows it.
        if (status < 400)
            response.Headers[HeaderNames.Location] = "/sandbox/moved";
        if (status != StatusCodes.Status304NotModified)
            return WireJson.Refusal(status, $"{status:D5}", "A fault that was ordered from the sandbox.").ExecuteAsync(httpContext);
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
