namespace CustomerRadar.Gateway.Access;

/// <summary>Keeps an endpoint to the operator.</summary>
/// <param name="key">The operator's.</param>
/// <param name="always">True: the key is needed on this machine too, as for everything that changes something.</param>
internal sealed class OperatorFilter(OperatorKey key, bool always = false) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        (always ? key.IsShownBy(context.HttpContext.Request) : key.Admits(context.HttpContext))
            ? await next(context)
            : Results.Problem(
                "This needs the operator's key, as \"Authorization: Bearer KEY\" or \"X-Operator-Key: KEY\". It was printed once at the first start, or is Gateway:OperatorKey.",
                statusCode: StatusCodes.Status401Unauthorized);
}
