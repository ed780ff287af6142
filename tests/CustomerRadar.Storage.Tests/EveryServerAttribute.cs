namespace CustomerRadar.Storage.Tests;

/// <summary>A fixture about transactions side by side, generic in its product: not for SQLite, where a transaction is alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EveryServerAttribute() : TestFixtureSourceAttribute(typeof(EveryProductAttribute), nameof(EveryProductAttribute.Servers));
