using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>Reads in compiled code which exceptions a method creates: its own body, its lambdas and async parts, and the private methods of its type.</summary>
internal static class ThrownExceptions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(MethodBase method)
    {
        var found = new HashSet<Type>();
        Read(method, method.DeclaringType!, found, []);
        return found;
    }

    private static void Read(MethodBase method, Type owner, HashSet<Type> found, HashSet<MethodBase> seen)
    {
        if (!seen.Add(method))
            return;
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
            Read(machine.StateMachineType.GetMethod("MoveNext", BindingFlags.NonPublic | BindingFlags.Instance)!, owner, found, seen);
        foreach (var (code, called) in Calls(method))
        {
            if (code == OpCodes.Newobj && typeof(Exception).IsAssignableFrom(called.DeclaringType))
                found.Add(called.DeclaringType!);
            else if (called is MethodInfo { IsStatic: true } guard && guard.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
                found.Add(guard.DeclaringType!);
            else if (called is MethodInfo maker && typeof(Exception).IsAssignableFrom(maker.ReturnType) && maker.DeclaringType!.Assembly == owner.Assembly)
                found.Add(maker.ReturnType);
            else if (Belongs(called, owner))
                Read(called, owner, found, seen);
        }
    }

    private static bool Belongs(MethodBase called, Type owner)
    {
        for (var type = called.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (type == owner)
                return called.IsPrivate || called.Name.Contains('<', StringComparison.Ordinal) || type != called.DeclaringType;
        }

        return false;
    }

    private static IEnumerable<(OpCode Code, MethodBase Called)> Calls(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? BitConverter.ToInt16([il[at + 1], il[at]]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is MethodBase called)
                yield return (code, called);
            at += OperandLength(code, il, at);
        }
    }

    private static int OperandLength(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
