namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>What keeps invitations from being sent, for the top of the configuration page.</summary>
/// <param name="IsCopy">This is not the place from which it was sent: nothing goes out from here.</param>
/// <param name="OthersSend">Another server goes on sending meanwhile.</param>
/// <param name="Place">This shop's address, database server and database.</param>
/// <param name="IsPaused">A person paused everything.</param>
/// <param name="Pauses">Every pause but a copy's.</param>
/// <param name="DryRunStores">The names of the stores whose invitations are only tried out.</param>
/// <param name="Invites">A rule is switched on for a store that has a connection.</param>
/// <param name="OnlyTries">Every store that has a connection only tries out.</param>
public sealed record SendingModel(
    bool IsCopy, bool OthersSend, IReadOnlyList<string> Place, bool IsPaused, IReadOnlyList<SendingPauseModel> Pauses, IReadOnlyList<string> DryRunStores, bool Invites, bool OnlyTries);
