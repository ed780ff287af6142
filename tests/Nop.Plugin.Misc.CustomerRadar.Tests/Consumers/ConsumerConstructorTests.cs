using System.Reflection;
using System.Reflection.Emit;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>
/// The store does not catch what a consumer's constructor throws: the buyer would see an error after payment. So these constructors, and
/// those of everything of ours that they ask for, call nothing.
/// </summary>
public sealed class ConsumerConstructorTests
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static IEnumerable<Type> Built => Needed(Consumers()).OrderBy(type => type.FullName, StringComparer.Ordinal);

    [TestCaseSource(nameof(Built))]
    public void Constructor_CallsNothing(Type type)
    {
        var calls = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Calls);
        Assert.That(calls.Where(call => !IsHarmless(call)).Select(call => $"{call.DeclaringType}.{call.Name}"), Is.Empty);
    }

    [Test]
    public void Consumers_AreAllFound() =>
        Assert.That(Consumers().Select(type => type.Name), Is.SupersetOf(new[] { "OrderPaidConsumer", "OrderPlacedConsumer", "OrderStatusConsumer", "OrderEndedConsumer", "ShipmentConsumer", "BookingConsumer", "CustomerErasureConsumer" }));

    [Test]
    public void Calls_OfAConstructorThatWorks_AreFound() =>
        Assert.That(Calls(typeof(Busy).GetConstructors().Single()).Where(call => !IsHarmless(call)).Select(call => call.Name), Is.EqualTo(new[] { nameof(Environment.GetEnvironmentVariable) }));

    private static IEnumerable<Type> Consumers() => typeof(CustomerRadarPlugin).Assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(made => made.IsGenericType && made.GetGenericTypeDefinition() == typeof(IConsumer<>)));

    // With what the container has to make for them. Where they ask for an interface, the store's own services come in.
    private static HashSet<Type> Needed(IEnumerable<Type> consumers)
    {
        var needed = new HashSet<Type>();
        var open = new Queue<Type>(consumers);
        while (open.TryDequeue(out var type))
        {
            if (!needed.Add(type))
                continue;
            foreach (var parameter in type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            {
                if (parameter.ParameterType is { IsClass: true } asked && asked.Assembly == typeof(CustomerRadarPlugin).Assembly)
                    open.Enqueue(asked);
            }
        }

        return needed;
    }

    private static bool IsHarmless(MethodBase call) => call is ConstructorInfo && (call.DeclaringType == typeof(object) || call.DeclaringType == typeof(Lock));

    private static IEnumerable<MethodBase> Calls(ConstructorInfo constructor)
    {
        var code = constructor.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xFE;
            var operation = Codes[isLong ? (short)((code[at] << 8) | code[at + 1]) : code[at]];
            at += isLong ? 2 : 1;
            if (operation.OperandType == OperandType.InlineMethod)
                yield return constructor.Module.ResolveMethod(BitConverter.ToInt32(code, at), constructor.DeclaringType!.GetGenericArguments(), null)!;
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private sealed class Busy
    {
        public string? Value { get; } = Environment.GetEnvironmentVariable("PATH");
    }
}
