using CustomerRadar.Core.Api;

namespace Nop.Plugin.Misc.CustomerRadar.Extensions;

/// <summary>
/// Another plugin's last word on what is sent: it implements and registers this (<c>services.AddScoped&lt;IPayloadHook, …&gt;()</c>). It may change
/// names, location, POM and metadata. Whom to ask is not its to say: the e-mail address and the number stay, since opt-outs and caps were looked up
/// for them. What comes out is checked like what a rule makes.
/// </summary>
public interface IPayloadHook
{
    /// <summary>The entry as it is to be sent. Without I/O: what has to be read comes from an <see cref="ITokenResolver"/>.</summary>
    InvitationEntry Change(InvitationEntry entry, InvitationContext context);
}
