namespace CustomerRadar.Storage.Internal;

/// <summary>The tables of version 0.1.0.</summary>
internal static class FirstScript
{
    public static SchemaScript Script => new(
        1,
        "outbox, history, subjects, leases, rules",
        new SchemaStep.NewTable(Invitation),
        new SchemaStep.NewTable(History),
        new SchemaStep.NewTable(Subject),
        new SchemaStep.NewTable(Lease),
        new SchemaStep.NewTable(SendRule));

    private static Table Invitation => new(
        "CustomerRadar_Invitation",
        d => $"""
            Id {d.Identity},
            StoreKey {d.Text(100)} NOT NULL,
            RuleKey {d.Text(64)} NOT NULL,
            Subject {d.Text(200)} NOT NULL,
            ConnectionKey {d.Text(100)} NOT NULL,
            TriggerName {d.Text(32)} NOT NULL,
            Origin {d.Text(16)} NOT NULL,
            State {d.Text(16)} NOT NULL,
            OccurredAt bigint NOT NULL,
            CreatedAt bigint NOT NULL,
            ChangedAt bigint NOT NULL,
            FirstDueAt bigint NOT NULL,
            DueAt bigint NOT NULL,
            Attempts integer NOT NULL,
            Retries integer NOT NULL,
            TroubleSince bigint NULL,
            LeaseId {d.Text(36)} NULL,
            LeasedBy {d.Text(100)} NULL,
            LeaseUntil bigint NULL,
            RequestStartedAt bigint NULL,
            CancelRequested {d.Text(1000)} NULL,
            Reason {d.Text(1000)} NULL,
            Advice {d.Text(1000)} NULL,
            Reference {d.Text(100)} NULL,
            Status integer NULL,
            Code {d.Text(100)} NULL
            """,
        new TableIndex("UX_CustomerRadar_Invitation_Key", "StoreKey, Subject, RuleKey", IsUnique: true),
        new TableIndex("IX_CustomerRadar_Invitation_Due", "State, DueAt"),
        new TableIndex("IX_CustomerRadar_Invitation_LeaseUntil", "State, LeaseUntil"),
        new TableIndex("IX_CustomerRadar_Invitation_Lease", "LeaseId"),
        new TableIndex("IX_CustomerRadar_Invitation_State", "State, Id"));

    private static Table History => new(
        "CustomerRadar_History",
        d => $"""
            Id {d.Identity},
            InvitationId bigint NOT NULL,
            At bigint NOT NULL,
            FromState {d.Text(16)} NULL,
            ToState {d.Text(16)} NOT NULL,
            ByWhom {d.Text(100)} NOT NULL,
            Why {d.Text(1000)} NOT NULL
            """,
        new TableIndex("IX_CustomerRadar_History_Invitation", "InvitationId, Id"));

    private static Table Subject => new(
        "CustomerRadar_Subject",
        d => $"""
            StoreKey {d.Text(100)} NOT NULL,
            Subject {d.Text(200)} NOT NULL,
            Status {d.Text(16)} NOT NULL,
            StatusReason {d.Text(1000)} NULL,
            OccurredAt bigint NULL,
            SourceVersion bigint NOT NULL,
            Payload {d.LongText} NULL,
            PRIMARY KEY (StoreKey, Subject)
            """);

    private static Table Lease => new(
        "CustomerRadar_Lease",
        d => $"""
            Name {d.Text(100)} NOT NULL PRIMARY KEY,
            Holder {d.Text(100)} NOT NULL,
            Until bigint NOT NULL
            """);

    private static Table SendRule => new(
        "CustomerRadar_SendRule",
        d => $"""
            RuleKey {d.Text(64)} NOT NULL PRIMARY KEY,
            Name {d.Text(200)} NOT NULL,
            Definition {d.LongText} NOT NULL,
            ChangedAt bigint NOT NULL
            """);
}
