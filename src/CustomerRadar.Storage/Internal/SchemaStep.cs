namespace CustomerRadar.Storage.Internal;

/// <summary>One change of the schema. It may be run again after a crash half way, and when it is there already it does nothing.</summary>
internal abstract record SchemaStep
{
    /// <summary>Makes the change unless it is made.</summary>
    public abstract Task ApplyAsync(Database.Work work);

    /// <summary>A table that is new in this script, with its indexes.</summary>
    internal sealed record NewTable(Table Table) : SchemaStep
    {
        public override Task ApplyAsync(Database.Work work) => work.ExecuteAsync(d => d.CreateTable(Table));
    }

    /// <summary>A column more in a table of an earlier script: NULL, or with a default.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Name">The column.</param>
    /// <param name="Type">Its type, with NULL or a default.</param>
    internal sealed record NewColumn(string Table, string Name, Sql Type) : SchemaStep
    {
        public override async Task ApplyAsync(Database.Work work)
        {
            if (await work.FindAsync<int>(d => d.HasColumn, new { table = Table, column = Name }) == 0)
                await work.ExecuteAsync(d => d.AddColumn(Table, $"{Name} {Type(d)}"));
        }
    }

    /// <summary>An index of an earlier script that is of no more use.</summary>
    internal sealed record OldIndex(string Table, string Name) : SchemaStep
    {
        public override async Task ApplyAsync(Database.Work work)
        {
            if (await work.FindAsync<int>(d => d.HasIndex, new { table = Table, index = Name }) > 0)
                await work.ExecuteAsync(d => d.DropIndex(Table, Name));
        }
    }

    /// <summary>An index more on a table of an earlier script.</summary>
    internal sealed record NewIndex(string Table, TableIndex Index) : SchemaStep
    {
        public override async Task ApplyAsync(Database.Work work)
        {
            if (await work.FindAsync<int>(d => d.HasIndex, new { table = Table, index = Index.Name }) == 0)
                await work.ExecuteAsync(d => d.AddIndex(Table, Index));
        }
    }
}
