namespace CustomerRadar.Core.Api;

/// <summary>
/// The body of <c>POST /invitation</c>. Whether a list of several entries is taken as a whole is not documented, so the
/// plugin sends one entry a request; the client takes a list.
/// </summary>
/// <param name="Client">The client at Customer Radar.</param>
/// <param name="Programme">The programme whose questions are asked.</param>
/// <param name="Entries">At least one entry.</param>
public sealed record InvitationRequest(ClientDisplayId Client, ProgrammeDisplayId Programme, IReadOnlyList<InvitationEntry> Entries);
