using System.Reflection;
using NUnit.Framework.Internal;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>Runs every contract fixture of this assembly on one product, whatever else the test run leaves out.</summary>
internal static class ContractRun
{
    /// <summary>The fixtures of the contract.</summary>
    public static IEnumerable<Type> Fixtures => typeof(ContractRun).Assembly.GetTypes()
        .Where(type => type.IsGenericTypeDefinition && type.GetGenericArguments() is [var product]
            && product.GetGenericParameterConstraints().Contains(typeof(IProduct))
            && type.IsDefined(typeof(EveryProductAttribute), inherit: false));

    public static async Task RunAsync(Type product)
    {
        foreach (var fixture in Fixtures.Select(type => type.MakeGenericType(product)))
        {
            foreach (var (test, values) in Tests(fixture))
            {
                var instance = Activator.CreateInstance(fixture)!;
                foreach (var method in Marked<SetUpAttribute>(fixture))
                    await InvokeAsync(method, instance, []);
                // What a test finds is told by its own run; here it only has to issue its statements.
                using (new TestExecutionContext.IsolatedContext())
                    await InvokeAsync(test, instance, values);
                foreach (var method in Marked<TearDownAttribute>(fixture))
                    await InvokeAsync(method, instance, []);
            }
        }
    }

    private static IEnumerable<(MethodInfo Test, object?[] Values)> Tests(Type fixture) =>
        Marked<TestAttribute>(fixture).Select(test => (test, Array.Empty<object?>()))
            .Concat(fixture.GetMethods().SelectMany(test => test.GetCustomAttributes<TestCaseAttribute>().Select(@case => (test, @case.Arguments))));

    private static IEnumerable<MethodInfo> Marked<TAttribute>(Type fixture)
        where TAttribute : Attribute => fixture.GetMethods().Where(method => method.IsDefined(typeof(TAttribute), inherit: true));

    private static async Task InvokeAsync(MethodInfo method, object instance, object?[] values)
    {
        if (method.Invoke(instance, values) is Task task)
            await task;
    }
}
