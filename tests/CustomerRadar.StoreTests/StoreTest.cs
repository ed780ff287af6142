using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using NUnit.Framework.Interfaces;

namespace CustomerRadar.StoreTests;

/// <summary>What every test in a store starts from. A failing test leaves pictures of the open pages in artifacts/store-tests.</summary>
[NeedsStore]
public abstract class StoreTest
{
    private Store? _store;
    private AdminSession? _admin;

    /// <summary>The store under test.</summary>
    protected Store Store => _store ?? throw new InvalidOperationException("The set-up has not run.");

    /// <summary>Its administrator.</summary>
    protected AdminSession Admin => _admin ?? throw new InvalidOperationException("The set-up has not run.");

    /// <summary>Connects and logs in.</summary>
    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        _store = await StoreRun.StoreAsync();
        _admin = await _store.AdminAsync();
    }

    /// <summary>Takes the pictures of a failed test, and sends its guests home.</summary>
    [TearDown]
    public async Task PictureAsync()
    {
        if (_store is null)
            return;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            foreach (var file in await _store.PictureAsync(TestContext.CurrentContext.Test.Name))
                TestContext.AddTestAttachment(file);
        }

        await _store.EndVisitsAsync();
    }

    /// <summary>A set-up that failed has its picture too.</summary>
    [OneTimeTearDown]
    public async Task PictureOfSetUpAsync()
    {
        if (_store is not null && TestContext.CurrentContext.Result.Outcome is { Status: TestStatus.Failed, Site: FailureSite.SetUp })
            await _store.PictureAsync(GetType().Name);
    }
}
