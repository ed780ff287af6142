namespace CustomerRadar.Core.Api.Ids.Internal;

internal enum IdKeyPart
{
    Id,
    Name,
    Thing,
}
