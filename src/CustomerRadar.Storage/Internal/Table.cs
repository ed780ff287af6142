namespace CustomerRadar.Storage.Internal;

/// <summary>A table of ours, with the indexes that it is created with.</summary>
/// <param name="Name">Begins with CustomerRadar_.</param>
/// <param name="Columns">Columns and primary key, as between the brackets of CREATE TABLE.</param>
/// <param name="Indexes">Its other indexes.</param>
internal sealed record Table(string Name, Sql Columns, params TableIndex[] Indexes);
