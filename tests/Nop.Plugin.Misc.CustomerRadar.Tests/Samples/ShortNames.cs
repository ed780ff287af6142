using CustomerRadar.Core.Api;
using Nop.Plugin.Misc.CustomerRadar.Extensions;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class ShortNames : IPayloadHook
{
    public InvitationEntry Change(InvitationEntry entry, InvitationContext context) =>
        entry with { LastName = entry.LastName is { Length: > 0 } name ? $"{name[0]}." : null };
}
