using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Extensions;

/// <summary>The invitation that another plugin is asked about, as it is in the moment of sending.</summary>
public sealed record InvitationContext
{
    /// <summary>The store of the order or booking.</summary>
    public required int StoreId { get; init; }

    /// <summary>What the invitation is about: <c>order:123</c>, <c>order:123/item:5</c>, <c>booking:AB12</c>.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>What happened.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>The send rule; null when it was deleted.</summary>
    public SendRule? Rule { get; init; }

    /// <summary>The order, read anew; null for a booking.</summary>
    public Order? Order { get; init; }

    /// <summary>The customer's number in the store; null for a booking without one.</summary>
    public string? CustomerId { get; init; }
}
