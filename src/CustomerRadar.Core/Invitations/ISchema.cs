namespace CustomerRadar.Core.Invitations;

/// <summary>The tables of this plugin in the host's database: numbered scripts, the only schema mechanism.</summary>
public interface ISchema
{
    /// <summary>Brings the tables to the newest version. Safe when several nodes start at once, and when nothing is to be done.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);

    /// <summary>Drops every table of ours, and nothing else.</summary>
    Task DropAsync(CancellationToken cancellationToken);
}
