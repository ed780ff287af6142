namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>What a JSON key, a column's title or a label means.</summary>
/// <param name="Part">The id itself, a name, or only the thing (<c>location</c>): then the value tells which of the two.</param>
/// <param name="Kind">Whose; null where the key does not say (<c>name</c>, <c>displayId</c>).</param>
/// <param name="IsExact">True for the documented key in any case and spacing; false for what only resembles it.</param>
internal sealed record IdKey(IdKeyPart Part, IdKind? Kind, bool IsExact);
