namespace CustomerRadar.Sandbox.Tests;

public sealed class ArrowTests
{
    [Test]
    public void Sandbox_References_AreTheFrameworkOnly() => Assert.That(
        typeof(SandboxApp).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name),
        Is.All.StartsWith("Microsoft.AspNetCore").Or.StartsWith("Microsoft.Extensions").Or.StartsWith("Microsoft.Net.Http").Or.StartsWith("System"));
}
