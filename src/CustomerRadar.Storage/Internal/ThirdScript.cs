namespace CustomerRadar.Storage.Internal;

/// <summary>What script 3 adds: what keeps costs apart from the size of the table.</summary>
internal static class ThirdScript
{
    private const string Invitation = "CustomerRadar_Invitation";

    public static SchemaScript Script => new(
        3,
        "held rows apart from due ones, indexes of the grid and of alerts",
        // When the row was written last, by the database's clock; 0 where nobody knows.
        new SchemaStep.NewColumn("CustomerRadar_Subject", "PutAt", _ => "bigint DEFAULT 0 NOT NULL"),
        Index("IX_CustomerRadar_Invitation_Lane", "State, HeldBy, DueAt"),
        // Two indexes for one question: some planner would take this one, and read every held row.
        new SchemaStep.OldIndex(Invitation, "IX_CustomerRadar_Invitation_Due"),
        Index("IX_CustomerRadar_Invitation_Ended", "State, ChangedAt"),
        Index("IX_CustomerRadar_Invitation_Store", "StoreKey, Id"),
        Index("IX_CustomerRadar_Invitation_StoreState", "StoreKey, State, Id"));

    private static SchemaStep.NewIndex Index(string name, string columns) => new(Invitation, new TableIndex(name, columns));
}
