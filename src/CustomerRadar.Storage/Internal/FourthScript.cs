namespace CustomerRadar.Storage.Internal;

/// <summary>What script 4 adds: what a row has to remember of its past.</summary>
internal static class FourthScript
{
    private const string Invitation = "CustomerRadar_Invitation";

    public static SchemaScript Script => new(
        4,
        "rows that stand again while a worker has them, and rows of an earlier attempt in doubt",
        // 1: the subject stood again during this lease, so that what the worker read before counts no more.
        new SchemaStep.NewColumn(Invitation, "Revived", _ => "integer DEFAULT 0 NOT NULL"),
        // 1: sent again after an attempt that may have been taken.
        new SchemaStep.NewColumn(Invitation, "InDoubt", _ => "integer DEFAULT 0 NOT NULL"));
}
