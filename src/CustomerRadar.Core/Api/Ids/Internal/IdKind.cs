namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Whose id, from the widest to the narrowest.</summary>
internal enum IdKind
{
    Client,
    Programme,
    Location,
    Pom,
}
