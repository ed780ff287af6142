using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>Token, in-flight and rate slot, mark, call, in this order: the mark is the last write before the bytes leave.</summary>
internal sealed class InvitationCall(
    IOutbox outbox,
    TokenCache tokens,
    RequestPace pace,
    CustomerRadarClient client,
    SendingSettings settings)
{
    /// <summary>Calls, once more after a fresh log-in when the token was not taken. Null: the lease is lost, write nothing.</summary>
    public async Task<InvitationChange?> InviteAsync(
        LeasedInvitation invitation,
        Connection connection,
        InvitationRequest request,
        CallProgress progress,
        CancellationToken cancellationToken)
    {
        var payload = InvitationPayload.From(request);
        var answer = await tokens.GetAsync(connection, cancellationToken);
        for (var logInIsFresh = false; ; logInIsFresh = true)
        {
            if (answer is not TokenResult.Granted { Token: var token })
                return WithoutToken(answer, invitation);

            CallOutcome outcome;
            // Held around mark and call: never more rows are marked than requests are in flight.
            using (await pace.EnterAsync(connection.Key, cancellationToken))
            {
                switch (await outbox.MarkRequestStartedAsync(invitation.Lease, settings.RequestNeeds, [], cancellationToken))
                {
                    case RequestStart.LeaseLost:
                        return null;
                    case RequestStart.LeaseTooShort:
                        return Changes.GivenBack("The row waited too long for its turn.");
                    case RequestStart.CancelRequested:
                        return Changes.Cancelled("Cancelled before it was sent.");
                    case RequestStart.Paused:
                        return Changes.GivenBack("Sending was paused meanwhile.");
                }

                progress.Started = true;
                outcome = CallOutcome.Of(await client.InviteAsync(connection, token, payload, cancellationToken));
            }

            // An answer of any kind but Unknown says whether it was taken; from here on it is known not to have been.
            progress.Started = outcome.Verdict is CallVerdict.Unknown or CallVerdict.Accepted;
            if (logInIsFresh || outcome.Verdict is not (CallVerdict.Unauthorised or CallVerdict.Forbidden))
                return OutcomePolicy.Change(outcome, invitation, Random.Shared.NextDouble());

            answer = await tokens.RenewAsync(connection, token, cancellationToken);
        }
    }

    private static InvitationChange WithoutToken(TokenResult answer, LeasedInvitation invitation) => answer switch
    {
        TokenResult.Refused refused => OutcomePolicy.LogInRefused(refused.Status, refused.Message),
        // A log-in may be repeated whatever became of it: for the row, nothing was sent.
        TokenResult.Unavailable { Outcome: { Verdict: CallVerdict.WrongAddress } wrong } =>
            OutcomePolicy.Change(wrong, invitation, Random.Shared.NextDouble()),
        TokenResult.Unavailable unavailable =>
            OutcomePolicy.Change(unavailable.Outcome with { Verdict = CallVerdict.NotSent }, invitation, Random.Shared.NextDouble()),
        _ => throw new InvalidOperationException($"A token result of no known kind: {answer.GetType().Name}."),
    };
}
