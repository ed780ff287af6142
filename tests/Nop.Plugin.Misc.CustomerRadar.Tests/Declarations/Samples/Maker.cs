namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

public delegate TOut Maker<out TOut>(int number);
