namespace CustomerRadar.StoreTests.Admin;

/// <summary>An order: its id, which the admin's addresses use, and the number that the buyer sees.</summary>
public readonly record struct OrderNumber(int Id, string Custom)
{
    /// <summary>What an invitation about it is about.</summary>
    public string Subject => $"order:{Id}";

    /// <inheritdoc/>
    public override string ToString() => $"order {Custom}";
}
