using System.Globalization;
using System.Text;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Gateway.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Gateway.Webhooks;

/// <summary>Takes out of a payload what the source's configuration names, and nothing else.</summary>
internal static class DeliveryReader
{
    private const int MaximumDepth = 64;

    /// <summary>The payload; null when it is no JSON object.</summary>
    public static JObject? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None, MaxDepth = MaximumDepth };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The subject that a mapped event is about.</summary>
    /// <exception cref="DeliveryException">Something that the configuration needs is not in the payload.</exception>
    public static SubjectRecord Read(Source source, SourceEvent mapped, JObject payload)
    {
        var complete = mapped.Action == SourceAction.Complete;
        return new SubjectRecord
        {
            Store = source.Name,
            Subject = Subject(mapped.Subject, payload),
            Status = complete ? SubjectStatus.Active : SubjectStatus.Cancelled,
            StatusReason = complete ? null : "The booking was cancelled.",
            OccurredAt = complete ? Instant(mapped.OccurredAt!, payload) : null,
            SourceVersion = Instant(source.Version, payload),
            Contact = Contact(mapped, payload),
            Fields = mapped.Fields
                .Select(field => KeyValuePair.Create(field.Key, field.Value.Values(payload)))
                .Where(field => field.Value.Count > 0)
                .ToDictionary(),
        };
    }

    /// <summary>The subject at a path.</summary>
    public static SubjectKey Subject(SourcePath path, JObject payload) =>
        SubjectKey.TryParse("booking:" + Required(path, payload), out var subject)
            ? subject
            : throw new DeliveryException($"The value at {path} is no booking id: it has spaces or is too long.");

    private static Contact Contact(SourceEvent mapped, JObject payload)
    {
        var (first, last) = (mapped.FirstName?.Value(payload), mapped.LastName?.Value(payload));
        if (first is null && last is null && mapped.FullName?.Value(payload) is { } whole)
        {
            var space = whole.LastIndexOf(' ');
            (first, last) = space < 0 ? (whole, null) : (whole[..space].Trim(), whole[(space + 1)..]);
        }

        var country = mapped.Country?.Value(payload);
        return new Contact
        {
            Emails = [.. mapped.Emails.SelectMany(path => path.Values(payload))],
            Phones = [.. mapped.Phones.SelectMany(path => path.Values(payload)).Select(number => new PhoneNumber(number, country))],
            FirstName = first,
            LastName = last,
        };
    }

    private static DateTimeOffset Instant(SourcePath path, JObject payload) =>
        DateTimeOffset.TryParse(Required(path, payload), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new DeliveryException($"The value at {path} is no date and time.");

    private static string Required(SourcePath path, JObject payload) =>
        path.Value(payload) ?? throw new DeliveryException($"There is no value at {path}.");
}
