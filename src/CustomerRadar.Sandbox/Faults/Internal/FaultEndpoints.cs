using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary><c>/sandbox/faults</c>.</summary>
internal sealed class FaultEndpoints(FaultBoard board)
{
    public IResult Get() => WireJson.Result(new ActiveFaults(board.Read()));

    public async Task<IResult> PutAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context);
        if (!body.TryParse(out var json))
            return Refuse("The body is not JSON.");
        var (fault, problem) = FaultReader.Read(json);
        if (fault is null)
            return Refuse(problem!);
        board.Set(fault);
        return Get();
    }

    private static IResult Refuse(string problem) =>
        WireJson.Refusal(StatusCodes.Status400BadRequest, "00400", $"{problem} The kinds are {FaultReader.KindNames}.");

    private sealed record ActiveFaults(IReadOnlyList<Fault> Faults);
}
