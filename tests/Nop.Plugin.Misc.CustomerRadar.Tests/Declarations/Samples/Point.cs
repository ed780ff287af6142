namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

public readonly ref struct Point
{
    public int X { get; init; }
}
