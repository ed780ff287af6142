using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CustomerRadar.StoreTests.Running;

/// <summary>Skips the tests, each by its name, where no store is given or not all that they need of it, and says which variables are missing.</summary>
/// <param name="more">The variables that are needed besides the four of every test.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsStoreAttribute(params string[] more) : NUnitAttribute, IApplyToTest
{
    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (test.RunState == RunState.NotRunnable || StoreSettings.Missing(Environment.GetEnvironmentVariable, more) is not { Count: > 0 } missing)
            return;
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, $"Not given: {string.Join(", ", missing)} (docs/store-tests.md).");
    }
}
