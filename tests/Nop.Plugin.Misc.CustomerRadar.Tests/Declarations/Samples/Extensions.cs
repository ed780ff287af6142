namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

public static class Extensions
{
    public static int Twice(this int number) => 2 * number;
}
