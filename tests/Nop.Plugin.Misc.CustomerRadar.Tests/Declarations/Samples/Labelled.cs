using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

/// <summary>Sets an attribute's property, which leaves a name in metadata and no reference.</summary>
internal sealed class Labelled
{
    [NopResourceDisplayName("first", ResourceKey = "second")]
    public string? Text { get; set; }
}
