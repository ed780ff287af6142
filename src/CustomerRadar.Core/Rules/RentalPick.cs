namespace CustomerRadar.Core.Rules;

/// <summary>How many invitations an order with several rentals gives. Stored by name: never rename a member.</summary>
public enum RentalPick
{
    /// <summary>One, when the last of them has ended. The default.</summary>
    Order,

    /// <summary>One for each rented item, when it has ended.</summary>
    Item,
}
