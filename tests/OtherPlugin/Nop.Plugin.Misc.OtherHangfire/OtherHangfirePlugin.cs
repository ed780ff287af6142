using Hangfire;
using Nop.Services.Common;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.OtherHangfire;

/// <summary>A plugin that uses the Hangfire it brings.</summary>
public sealed class OtherHangfirePlugin : BasePlugin, IMiscPlugin
{
    /// <summary>The storage that this plugin set, and nobody else may change.</summary>
    public static JobStorage? Storage => JobStorage.Current;
}
