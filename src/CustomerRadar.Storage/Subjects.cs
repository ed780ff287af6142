using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Storage.Internal;
using Newtonsoft.Json;

namespace CustomerRadar.Storage;

/// <summary>Subjects of platforms that cannot be asked.</summary>
internal sealed class Subjects(Database database) : ISubjects
{
    /// <inheritdoc/>
    public Task<bool> PutAsync(SubjectRecord subject, CancellationToken cancellationToken)
    {
        var payload = Write(subject);
        var values = new
        {
            store = subject.Store.ToString(),
            key = subject.Subject.ToString(),
            status = subject.Status.ToString(),
            reason = Column.Cut(subject.StatusReason, Column.Reason),
            occurredAt = subject.OccurredAt?.Milliseconds(),
            version = subject.SourceVersion.Milliseconds(),
            payload,
            kept = payload is null ? 0 : 1,
        };
        return database.InTransactionAsync(
            async work =>
            {
                if (await work.FindAsync<int?>(Put, values) is null)
                    return false;
                // In one order, so that two deliveries of one person never wait for each other.
                foreach (var hash in subject.Hashes.Select(hash => hash.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    await work.FindAsync<int?>(
                        d => d.InsertIfAbsent(
                            "CustomerRadar_SubjectContact",
                            ["ContactHash", "StoreKey", "Subject"],
                            ("ContactHash", "@hash"),
                            ("StoreKey", "@store"),
                            ("Subject", "@key")),
                        new { hash, values.store, values.key });
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SubjectRecord?> FindAsync(StoreKey store, SubjectKey subject, CancellationToken cancellationToken)
    {
        var row = await database.FindAsync<Row>(
            _ => "SELECT Status, StatusReason, OccurredAt, SourceVersion, Payload FROM CustomerRadar_Subject WHERE StoreKey = @store AND Subject = @key",
            new { store = store.ToString(), key = subject.ToString() },
            cancellationToken);
        if (row is null)
            return null;
        var payload = row.Payload is null ? new Kept() : JsonConvert.DeserializeObject<Kept>(row.Payload)!;
        return new SubjectRecord
        {
            Store = store,
            Subject = subject,
            Status = Enum.Parse<SubjectStatus>(row.Status),
            StatusReason = row.StatusReason,
            OccurredAt = row.OccurredAt is { } at ? Instants.At(at) : null,
            SourceVersion = Instants.At(row.SourceVersion),
            Contact = new Contact
            {
                Emails = payload.Emails,
                Phones = [.. payload.Phones.Select(phone => new PhoneNumber(phone.Number, phone.Country))],
                FirstName = payload.FirstName,
                LastName = payload.LastName,
            },
            Fields = payload.Fields.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)field.Value),
        };
    }

    private static string Put(Dialect d) => d.Upsert(
        "CustomerRadar_Subject",
        key: ["StoreKey", "Subject"],
        row:
        [
            ("StoreKey", "@store"),
            ("Subject", "@key"),
            ("Status", "@status"),
            ("StatusReason", "@reason"),
            ("OccurredAt", "@occurredAt"),
            ("SourceVersion", "@version"),
            ("Payload", "@payload"),
            ("Kept", "@kept"),
            ("PutAt", d.Now),
        ],
        changes:
        [
            ("Status", "@status"),
            ("StatusReason", "@reason"),
            ("OccurredAt", "COALESCE(@occurredAt, CustomerRadar_Subject.OccurredAt)"),
            ("SourceVersion", "@version"),
            ("Payload", "COALESCE(@payload, CustomerRadar_Subject.Payload)"),
            ("Kept", "CASE WHEN @kept = 1 THEN 1 ELSE CustomerRadar_Subject.Kept END"),
            ("PutAt", d.Now),
        ],
        // Sources whose clock knows only whole seconds: created and cancelled in one of them, the cancellation is the later.
        when: "CustomerRadar_Subject.SourceVersion < @version OR (CustomerRadar_Subject.SourceVersion = @version AND @status = 'Cancelled' AND CustomerRadar_Subject.Status <> 'Cancelled')");

    private static string? Write(SubjectRecord subject)
    {
        var contact = subject.Contact;
        var kept = new Kept
        {
            Emails = [.. contact.Emails],
            Phones = [.. contact.Phones.Select(phone => new KeptPhone { Number = phone.Text, Country = phone.Country })],
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Fields = subject.Fields.ToDictionary(field => field.Key, field => field.Value.ToList()),
        };
        var isEmpty = kept is { Emails.Count: 0, Phones.Count: 0, FirstName: null, LastName: null, Fields.Count: 0 };
        return isEmpty ? null : JsonConvert.SerializeObject(kept);
    }

    private sealed class Row
    {
        public string Status { get; set; } = "";

        public string? StatusReason { get; set; }

        public long? OccurredAt { get; set; }

        public long SourceVersion { get; set; }

        public string? Payload { get; set; }
    }

    // The kept form is ours to change; the records of Core are not its shape.
    private sealed class Kept
    {
        [JsonProperty("emails")]
        public List<string> Emails { get; set; } = [];

        [JsonProperty("phones")]
        public List<KeptPhone> Phones { get; set; } = [];

        [JsonProperty("firstName")]
        public string? FirstName { get; set; }

        [JsonProperty("lastName")]
        public string? LastName { get; set; }

        [JsonProperty("fields")]
        public Dictionary<string, List<string>> Fields { get; set; } = [];
    }

    private sealed class KeptPhone
    {
        [JsonProperty("number")]
        public string Number { get; set; } = "";

        [JsonProperty("country")]
        public string? Country { get; set; }
    }
}
