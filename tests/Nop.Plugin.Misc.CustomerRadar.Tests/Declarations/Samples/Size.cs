namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

public enum Size : byte
{
    Small = 1,
    Large = 0,
}
