// A test's clock and sandbox are its own.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
