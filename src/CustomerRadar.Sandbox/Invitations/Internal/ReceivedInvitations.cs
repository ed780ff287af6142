using System.Text.Json;

namespace CustomerRadar.Sandbox.Invitations.Internal;

/// <summary>A request that passed validation: all its entries are accepted, or none.</summary>
internal sealed record ReceivedInvitations(string ClientDisplayId, string ProgrammeDisplayId, IReadOnlyList<JsonElement> Entries);
