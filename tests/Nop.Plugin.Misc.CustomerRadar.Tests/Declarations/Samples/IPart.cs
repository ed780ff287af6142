namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

public interface IPart<in TIn, out TOut> : IDisposable
{
    static abstract int Total { get; }

    TOut Take(TIn part);

    int Count() => 0;
}
