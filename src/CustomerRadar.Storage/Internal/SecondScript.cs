namespace CustomerRadar.Storage.Internal;

/// <summary>What script 2 adds.</summary>
internal static class SecondScript
{
    private const string Invitation = "CustomerRadar_Invitation";
    private const string Subject = "CustomerRadar_Subject";

    public static SchemaScript Script => new(
        2,
        "pauses, reservations, suppressions, backfills, alerts, counts, values",
        Column(Invitation, "Customer", d => $"{d.Text(100)} NULL"),
        Column(Invitation, "Note", d => $"{d.Text(200)} NULL"),
        Column(Invitation, "HeldBy", d => $"{d.Text(400)} NULL"),
        Column(Invitation, "BlockedBy", _ => "bigint NULL"),
        Column(Invitation, "CancelCause", d => $"{d.Text(16)} NULL"),
        Column(Invitation, "SendNow", _ => "integer DEFAULT 0 NOT NULL"),
        Column(Invitation, "Confirmed", _ => "integer DEFAULT 0 NOT NULL"),
        Column(Invitation, "Reduced", _ => "integer DEFAULT 0 NOT NULL"),
        // 1 where contact and fields may be kept: what forgets them does not look at the rest.
        Column(Subject, "Kept", _ => "integer DEFAULT 1 NOT NULL"),
        Index(Invitation, "IX_CustomerRadar_Invitation_BlockedBy", "BlockedBy"),
        Index(Invitation, "IX_CustomerRadar_Invitation_Customer", "Customer, StoreKey"),
        Index(Invitation, "IX_CustomerRadar_Invitation_Subject", "Subject, ConnectionKey"),
        Index(Invitation, "IX_CustomerRadar_Invitation_Rule", "RuleKey, State, Id"),
        Index(Invitation, "IX_CustomerRadar_Invitation_Changed", "Reduced, ChangedAt"),
        Index(Subject, "IX_CustomerRadar_Subject_Kept", "Kept, StoreKey, Subject"),
        new SchemaStep.NewTable(Connection),
        new SchemaStep.NewTable(Reservation),
        new SchemaStep.NewTable(OptOut),
        new SchemaStep.NewTable(SubjectContact),
        new SchemaStep.NewTable(Backfill),
        new SchemaStep.NewTable(Alert),
        new SchemaStep.NewTable(DailyCount),
        new SchemaStep.NewTable(Value));

    private static SchemaStep.NewColumn Column(string table, string name, Sql type) => new(table, name, type);

    private static SchemaStep.NewIndex Index(string table, string name, string columns) => new(table, new TableIndex(name, columns));

    // A scope whose trouble is over stays with an empty cause: two nodes that change it always meet at the same row.
    private static Table Connection => new(
        "CustomerRadar_Connection",
        d => $"""
            Scope {d.Text(400)} NOT NULL PRIMARY KEY,
            Cause {d.Text(16)} NULL,
            ClosedUntil bigint NULL,
            Since bigint NULL,
            Reason {d.Text(1000)} NULL,
            Advice {d.Text(1000)} NULL,
            Troubles integer NOT NULL,
            Probes integer NOT NULL,
            Probe {d.Text(36)} NULL,
            Settings {d.Text(200)} NULL,
            ChangedAt bigint NOT NULL
            """);

    // Invitation 0 is the lock of a key.
    private static Table Reservation => new(
        "CustomerRadar_Reservation",
        d => $"""
            ReservationKey {d.Text(400)} NOT NULL,
            InvitationId bigint NOT NULL,
            ContactHash {d.Text(80)} NULL,
            TakenAt bigint NOT NULL,
            PRIMARY KEY (ReservationKey, InvitationId)
            """,
        new TableIndex("IX_CustomerRadar_Reservation_Invitation", "InvitationId"),
        new TableIndex("IX_CustomerRadar_Reservation_Contact", "ContactHash"));

    private static Table OptOut => new(
        "CustomerRadar_OptOut",
        d => $"""
            ContactHash {d.Text(80)} NOT NULL PRIMARY KEY,
            Kind {d.Text(16)} NOT NULL,
            Source {d.Text(200)} NOT NULL,
            Since bigint NOT NULL
            """);

    private static Table SubjectContact => new(
        "CustomerRadar_SubjectContact",
        d => $"""
            ContactHash {d.Text(80)} NOT NULL,
            StoreKey {d.Text(100)} NOT NULL,
            Subject {d.Text(200)} NOT NULL,
            PRIMARY KEY (ContactHash, StoreKey, Subject)
            """,
        new TableIndex("IX_CustomerRadar_SubjectContact_Subject", "StoreKey, Subject"));

    private static Table Backfill => new(
        "CustomerRadar_Backfill",
        d => $"""
            Id {d.Identity},
            StoreKey {d.Text(100)} NOT NULL,
            RuleKey {d.Text(64)} NOT NULL,
            FromAt bigint NOT NULL,
            UntilAt bigint NOT NULL,
            PerHour integer NOT NULL,
            Expected integer NOT NULL,
            ByWhom {d.Text(100)} NOT NULL,
            State {d.Text(16)} NOT NULL,
            Reason {d.Text(1000)} NULL,
            PageCursor {d.Text(200)} NULL,
            Seen integer NOT NULL,
            Planned integer NOT NULL,
            Invited integer NOT NULL,
            NextDueAt bigint NULL,
            CreatedAt bigint NOT NULL,
            ChangedAt bigint NOT NULL
            """,
        new TableIndex("IX_CustomerRadar_Backfill_State", "State, Id"));

    // One open alert a kind and scope: Closing is 0 while it is open, afterwards its own number.
    private static Table Alert => new(
        "CustomerRadar_Alert",
        d => $"""
            Id {d.Identity},
            Kind {d.Text(32)} NOT NULL,
            Scope {d.Text(400)} NOT NULL,
            Closing bigint NOT NULL,
            Message {d.Text(1000)} NOT NULL,
            Advice {d.Text(1000)} NULL,
            RaisedAt bigint NOT NULL,
            LastAt bigint NOT NULL,
            Times integer NOT NULL,
            NotifiedAt bigint NULL,
            ResolvedAt bigint NULL
            """,
        new TableIndex("UX_CustomerRadar_Alert_Open", "Closing, Kind, Scope", IsUnique: true));

    private static Table DailyCount => new(
        "CustomerRadar_DailyCount",
        d => $"""
            DayNumber integer NOT NULL,
            ConnectionKey {d.Text(100)} NOT NULL,
            RuleKey {d.Text(64)} NOT NULL,
            State {d.Text(16)} NOT NULL,
            Invitations integer NOT NULL,
            PRIMARY KEY (DayNumber, ConnectionKey, RuleKey, State)
            """);

    private static Table Value => new(
        "CustomerRadar_Value",
        d => $"""
            Name {d.Text(100)} NOT NULL PRIMARY KEY,
            Value {d.Text(1000)} NOT NULL
            """);
}
