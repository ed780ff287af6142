namespace CustomerRadar.Storage.Internal;

/// <summary>The numbered scripts. One that has been released is never changed; what comes later is a new number.</summary>
internal static class Scripts
{
    public static IReadOnlyList<(int Number, string Name, Func<Dialect, string> Sql)> All { get; } =
    [
        (1, "outbox, history, subjects, leases, rules", First),
    ];

    /// <summary>Every table of ours, those that refer to others first.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "CustomerRadar_History",
        "CustomerRadar_Invitation",
        "CustomerRadar_Subject",
        "CustomerRadar_Lease",
        "CustomerRadar_SendRule",
        "CustomerRadar_Schema",
    ];

    public static string SchemaTable(Dialect d) =>
        $"CREATE TABLE IF NOT EXISTS CustomerRadar_Schema (Number integer PRIMARY KEY, Name {d.Text(100)} NOT NULL, AppliedAt bigint NOT NULL)";

    private static string First(Dialect d) => $"""
        CREATE TABLE CustomerRadar_Invitation (
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
        );
        CREATE UNIQUE INDEX UX_CustomerRadar_Invitation_Key ON CustomerRadar_Invitation (StoreKey, Subject, RuleKey);
        CREATE INDEX IX_CustomerRadar_Invitation_Due ON CustomerRadar_Invitation (State, DueAt);
        CREATE INDEX IX_CustomerRadar_Invitation_LeaseUntil ON CustomerRadar_Invitation (State, LeaseUntil);
        CREATE INDEX IX_CustomerRadar_Invitation_Lease ON CustomerRadar_Invitation (LeaseId);
        CREATE INDEX IX_CustomerRadar_Invitation_State ON CustomerRadar_Invitation (State, Id);
        CREATE TABLE CustomerRadar_History (
            Id {d.Identity},
            InvitationId bigint NOT NULL,
            At bigint NOT NULL,
            FromState {d.Text(16)} NULL,
            ToState {d.Text(16)} NOT NULL,
            ByWhom {d.Text(100)} NOT NULL,
            Why {d.Text(1000)} NOT NULL
        );
        CREATE INDEX IX_CustomerRadar_History_Invitation ON CustomerRadar_History (InvitationId, Id);
        CREATE TABLE CustomerRadar_Subject (
            StoreKey {d.Text(100)} NOT NULL,
            Subject {d.Text(200)} NOT NULL,
            Status {d.Text(16)} NOT NULL,
            StatusReason {d.Text(1000)} NULL,
            OccurredAt bigint NULL,
            SourceVersion bigint NOT NULL,
            Payload {d.LongText} NULL,
            PRIMARY KEY (StoreKey, Subject)
        );
        CREATE TABLE CustomerRadar_Lease (
            Name {d.Text(100)} PRIMARY KEY,
            Holder {d.Text(100)} NOT NULL,
            Until bigint NOT NULL
        );
        CREATE TABLE CustomerRadar_SendRule (
            RuleKey {d.Text(64)} PRIMARY KEY,
            Name {d.Text(200)} NOT NULL,
            Definition {d.LongText} NOT NULL,
            ChangedAt bigint NOT NULL
        );
        """;
}
