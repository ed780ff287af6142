using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Gateway.Subjects;

/// <summary>Reads a subject from what its webhooks left: a booking platform cannot be asked again.</summary>
internal sealed class StoredSubjectReader(ISubjects subjects) : ISubjectReader
{
    /// <inheritdoc/>
    public async Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(request.Store, request.Subject, cancellationToken) is not { } record)
            return null;
        return new SubjectSnapshot
        {
            Status = record.Status,
            StatusReason = record.StatusReason,
            OccurredAt = record.OccurredAt,
            Contact = record.Contact,
            Fields = SubjectFields.From(record.Fields
                .Where(field => request.Fields.Contains(field.Key))
                .Select(field => KeyValuePair.Create<string, IEnumerable<string?>>(field.Key, field.Value))),
        };
    }
}
