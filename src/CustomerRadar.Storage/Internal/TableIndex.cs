namespace CustomerRadar.Storage.Internal;

/// <summary>An index of a table.</summary>
/// <param name="Name">Unique among all tables: PostgreSQL wants that.</param>
/// <param name="Columns">
/// At most 1700 bytes on SQL Server (two a character, eight a bigint; 900 for a primary key) and 3072 on MySQL (four a character).
/// </param>
/// <param name="IsUnique">Whether two rows may not have the same values.</param>
internal sealed record TableIndex(string Name, string Columns, bool IsUnique = false);
