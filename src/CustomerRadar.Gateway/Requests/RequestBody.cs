using System.Text;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Gateway.Requests;

/// <summary>Reads a JSON object that an operator posts; every fault is named with its place, never with its value.</summary>
internal static class RequestBody
{
    /// <summary>The largest body, in bytes: room for 10,000 contacts.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int ShownFaults = 20;

    /// <summary>Reads a body.</summary>
    /// <param name="request">Whose.</param>
    /// <param name="read">Takes what it knows out of the object and names what is wrong with it; members that are left over are faults.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <returns>What was read, or the answer to a body that cannot be used.</returns>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(
        HttpRequest request, Func<DocumentObject, T> read, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength > MaximumBytes)
            return (null, TooLarge());
        var buffer = new byte[MaximumBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaximumBytes)
            return (null, TooLarge());

        DocumentObject document;
        try
        {
            document = DocumentObject.Parse(Encoding.UTF8.GetString(buffer, 0, length));
        }
        catch (FormatException problem)
        {
            return (null, Bad([problem.Message]));
        }

        var value = read(document);
        document.Done();
        return document.Faults.Count == 0 ? (value, null) : (null, Bad(document.Faults));
    }

    private static IResult TooLarge() =>
        Results.Problem($"The body is larger than {MaximumBytes} bytes; send it in parts.", statusCode: StatusCodes.Status413PayloadTooLarge);

    private static IResult Bad(IReadOnlyCollection<string> faults) =>
        Results.Problem(
            string.Join(' ', faults.Take(ShownFaults)) + (faults.Count > ShownFaults ? $" And {faults.Count - ShownFaults} more faults." : ""),
            statusCode: StatusCodes.Status400BadRequest);
}
