namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations.Samples;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SampleAttribute : Attribute;
