using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Asks for the subjects of a page, so many at a time as the port takes: a page of orders may hold more rentals than orders.</summary>
internal static class KnownSubjects
{
    private const int AtOnce = 500;

    public static async Task<IReadOnlySet<SubjectKey>> AmongAsync(
        IEnumerable<Interaction> interactions, Func<IReadOnlyCollection<SubjectKey>, Task<IReadOnlySet<SubjectKey>>> find)
    {
        var known = new HashSet<SubjectKey>();
        foreach (var subjects in interactions.Select(interaction => interaction.Subject).Distinct().Chunk(AtOnce))
            known.UnionWith(await find(subjects));
        return known;
    }
}
