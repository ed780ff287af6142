using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CustomerRadar.StoreTests.Running;

/// <summary>Skips the tests, each by its name, where no store is given, and says which variables are missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsStoreAttribute : NUnitAttribute, IApplyToTest
{
    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (test.RunState == RunState.NotRunnable || StoreSettings.Missing(Environment.GetEnvironmentVariable) is not { Count: > 0 } missing)
            return;
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, $"No store is given: {string.Join(", ", missing)} not set (docs/store-tests.md).");
    }
}
