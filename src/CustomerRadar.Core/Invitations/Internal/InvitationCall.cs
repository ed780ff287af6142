using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>Token, in-flight and rate slot, bytes, mark, call, in this order: the mark is the last write before the bytes leave.</summary>
internal sealed class InvitationCall(
    IOutbox outbox,
    TokenCache tokens,
    RequestPace pace,
    CustomerRadarClient client,
    PauseGate gate,
    SendingSettings settings)
{
    /// <summary>Calls, once more after a fresh log-in when the token was not taken. Null: the lease is lost, write nothing.</summary>
    public async Task<InvitationChange?> InviteAsync(
        LeasedInvitation invitation,
        Connection connection,
        InvitationRequest request,
        PausePass pass,
        CallProgress progress,
        CancellationToken cancellationToken)
    {
        var payload = InvitationPayload.From(request);
        if (await gate.EnterAsync(pass, cancellationToken) is { } held)
            return Changes.Held(held, invitation);
        try
        {
            if (gate.RefusedMeanwhile(pass, connection) is { } refused)
                return WithoutToken(refused, invitation, pass);
            // A log-in is harmless to repeat: while it fails, the probe risks no invitation.
            var logInFirst = pass.Known.Any(pause => pass.Probes.Contains(pause.Scope) && PausePolicy.NeedsLogIn(pause));
            var answer = logInFirst ? await tokens.RefreshAsync(connection, cancellationToken) : await tokens.GetAsync(connection, cancellationToken);
            return await InviteAsync(invitation, connection, payload, answer, pass, progress, cancellationToken);
        }
        finally
        {
            await gate.LeaveAsync(pass);
        }
    }

    private async Task<InvitationChange?> InviteAsync(
        LeasedInvitation invitation,
        Connection connection,
        InvitationPayload payload,
        TokenResult answer,
        PausePass pass,
        CallProgress progress,
        CancellationToken cancellationToken)
    {
        for (var logInIsFresh = false; ; logInIsFresh = true)
        {
            if (answer is not TokenResult.Granted { Token: var token })
            {
                await gate.ReportAsync(pass, connection, answer);
                return WithoutToken(answer, invitation, pass);
            }

            CallOutcome outcome;
            // Held until the outcome is reported: the next call is to know of it.
            using (await pace.EnterAsync(connection.Key, cancellationToken))
            {
                switch (await outbox.MarkRequestStartedAsync(invitation.Lease, settings.RequestNeeds, pass.Scopes, cancellationToken))
                {
                    case RequestStart.LeaseLost:
                        return null;
                    case RequestStart.LeaseTooShort:
                        return Changes.GivenBack("The row waited too long for its turn.", invitation);
                    case RequestStart.CancelRequested:
                        return Changes.Cancelled("Cancelled before it was sent.", CancelCause.Subject);
                    case RequestStart.Paused:
                        return Changes.GivenBack("Sending was paused while it waited for its turn.", invitation);
                }

                progress.Started = true;
                try
                {
                    outcome = CallOutcome.Of(await client.InviteAsync(connection, token, payload, cancellationToken));
                }
                catch (OperationCanceledException)
                {
                    // The client's promise: nothing was sent, and nothing will be.
                    progress.Started = false;
                    throw;
                }

                // An answer of any kind but Unknown says whether it was taken; from here on it is known not to have been.
                progress.Started = outcome.Verdict is CallVerdict.Unknown or CallVerdict.Accepted;
                if (logInIsFresh || outcome.Verdict is not (CallVerdict.Unauthorised or CallVerdict.Forbidden))
                {
                    await gate.ReportAsync(pass, outcome);
                    return Held(OutcomePolicy.Change(outcome, invitation, Random.Shared.NextDouble()), outcome.Verdict, pass);
                }

                // Before the slot is free: no more rows are marked than requests are in flight.
                await outbox.MarkNotTakenAsync(invitation.Lease, cancellationToken);
            }

            answer = await tokens.RenewAsync(connection, token, cancellationToken);
        }
    }

    private static InvitationChange WithoutToken(TokenResult answer, LeasedInvitation invitation, PausePass pass) => answer switch
    {
        TokenResult.Refused refused => OutcomePolicy.LogInRefused(refused, invitation) with { HeldBy = pass.Connection },
        TokenResult.Unavailable { Outcome: var outcome } =>
            Held(OutcomePolicy.Change(outcome, invitation, Random.Shared.NextDouble()), outcome.Verdict, pass),
        _ => throw new InvalidOperationException($"A token result of no known kind: {answer.GetType().Name}."),
    };

    private static InvitationChange Held(InvitationChange change, CallVerdict verdict, PausePass pass) => verdict switch
    {
        CallVerdict.ConfigurationRefused => change with { HeldBy = pass.Rule },
        CallVerdict.WrongAddress => change with { HeldBy = pass.Connection },
        _ => change,
    };
}
