using Hangfire;
using Hangfire.SqlServer;

namespace CustomerRadar.Jobs.Internal;

internal sealed class SqlServerJobStore(JobConnections connections, string schema) : IJobStore
{
    /// <summary>Drops the tables of one schema and then the schema itself; parsed by a test, since no server can run there.</summary>
    internal const string DropSchema = """
        declare @statements nvarchar(max) = N'';
        select @statements = @statements + N'alter table ' + quotename(@schema) + N'.' + quotename(t.name) + N' drop constraint ' + quotename(f.name) + N'; '
            from sys.foreign_keys f join sys.tables t on t.object_id = f.parent_object_id
            where t.schema_id = schema_id(@schema);
        select @statements = @statements + N'drop table ' + quotename(@schema) + N'.' + quotename(t.name) + N'; '
            from sys.tables t
            where t.schema_id = schema_id(@schema);
        if schema_id(@schema) is not null
            set @statements = @statements + N'drop schema ' + quotename(@schema) + N'; ';
        exec sp_executesql @statements;
        """;

    public JobStorage Open()
    {
        // Hangfire.SqlServer only logs when it cannot install; here it has to be known.
        using (var connection = connections.ForHangfire())
            connection.Open();
        return new SqlServerStorage(connections.ForHangfire, new SqlServerStorageOptions
        {
            SchemaName = schema,
            PrepareSchemaIfNecessary = true,
            SlidingInvisibilityTimeout = TimeSpan.FromMinutes(2),
            JobExpirationCheckInterval = TimeSpan.FromMinutes(15),
        });
    }

    public void Close() => connections.Close();

    public async Task DropAsync(CancellationToken cancellationToken)
    {
        await using var connection = connections.ForDropping();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = DropSchema;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@schema";
        parameter.Value = schema;
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
