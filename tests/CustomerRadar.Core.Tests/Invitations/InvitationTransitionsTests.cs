using CustomerRadar.Core.Invitations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class InvitationTransitionsTests
{
    private static readonly Dictionary<InvitationState, InvitationState[]> Design = new()
    {
        // Unconfirmed: one that is sent again and is cancelled before that (0020).
        [Pending] = [Sending, Cancelled, Unconfirmed],
        [Sending] = [Pending, Accepted, Skipped, Failed, Unconfirmed, Cancelled],
        [Unconfirmed] = [Accepted, Failed, Pending],
        [Cancelled] = [Pending],
        [Accepted] = [],
        [Skipped] = [],
        [Failed] = [Pending],
    };

    [Test]
    public void CanFollow_EveryPair_AsTheDesignSays([Values] InvitationState from, [Values] InvitationState to) =>
        Assert.That(to.CanFollow(from), Is.EqualTo(Design[from].Contains(to)));

    [Test]
    public void MayEndLease_EveryPair_OnlyFromSendingOrAsALateAnswer([Values] InvitationState from, [Values] InvitationState to) => Assert.That(
        to.MayEndLease(from),
        Is.EqualTo(from switch
        {
            Sending => Design[Sending].Contains(to),
            Unconfirmed => to is Accepted or Failed,
            _ => false,
        }));

    [Test]
    public void IsFinal_AllButTheTwoThatMove([Values] InvitationState state) =>
        Assert.That(state.IsFinal(), Is.EqualTo(state is not (Pending or Sending)));
}
