using CustomerRadar.TestRun.Servers;

namespace CustomerRadar.Build.Tests.TestRun.Servers;

public sealed class ProvisioningTests
{
    [TestCase("Host=db", "/bin", true, ServerSource.Given)]
    [TestCase(null, "/bin", true, ServerSource.Local)]
    [TestCase("  ", "/bin", false, ServerSource.Local)]
    [TestCase(null, null, true, ServerSource.Install)]
    [TestCase("", null, false, ServerSource.None)]
    public void Choose_WhatThereIs_TakesTheFirstInOrder(string? given, string? programs, bool canInstall, ServerSource expected) =>
        Assert.That(Provisioning.Choose(given, programs, canInstall), Is.EqualTo(expected));

    [TestCase("true", false, true)]
    [TestCase("True", false, true)]
    [TestCase(null, true, true)]
    [TestCase(null, false, false)]
    [TestCase("false", false, false)]
    public void IsStrict_CiOrAbleToInstall_MaySkipNothing(string? ciVariable, bool canInstall, bool expected) =>
        Assert.That(Provisioning.IsStrict(ciVariable, canInstall), Is.EqualTo(expected));
}
