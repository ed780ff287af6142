namespace CustomerRadar.Gateway.Access;

/// <summary>Keeps an endpoint to the operator.</summary>
internal sealed class OperatorFilter(OperatorKey key) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        key.Admits(context.HttpContext)
            ? await next(context)
            : Results.Problem(
                "This needs the operator's key, as \"Authorization: Bearer KEY\" or \"X-Operator-Key: KEY\". It was printed once at the first start, or is Gateway:OperatorKey.",
                statusCode: StatusCodes.Status401Unauthorized);
}
