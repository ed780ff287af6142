using System.Reflection;
using System.Runtime.CompilerServices;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>What an assembly offers to others, without what the compiler writes; the positional parameters of records stand apart.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(type => type.IsVisible && !IsGenerated(type));

    public static IEnumerable<MemberInfo> MembersOf(Type type)
    {
        var positional = PositionalOf(type).ToHashSet();
        return type.GetMembers(Declared).Where(member =>
            IsOffered(member) && !IsGenerated(member) && member is not Type && !(member is PropertyInfo && positional.Contains(member.Name)));
    }

    /// <summary>Methods, constructors and accessors: where code may throw.</summary>
    public static IEnumerable<(MethodBase Code, MemberInfo Member)> CodeOf(Type type) => MembersOf(type).SelectMany(member => member switch
    {
        MethodBase method => [(method, member)],
        PropertyInfo property => property.GetAccessors(nonPublic: false).Select(accessor => ((MethodBase)accessor, member)),
        _ => Enumerable.Empty<(MethodBase, MemberInfo)>(),
    });

    /// <summary>The parameters that a record turns into properties.</summary>
    public static IEnumerable<string> PositionalOf(Type type) => type.GetMethods(Declared).Any(method => method.Name == "PrintMembers")
        ? type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => type.GetProperty(parameter.Name!, Declared) is { } property && IsGenerated(property.GetMethod!))
            .Select(parameter => parameter.Name!).Distinct()
        : [];

    public static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsOffered(MemberInfo member) => member switch
    {
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsPublic || accessor.IsFamily),
        // Accessors and what overrides another assembly's member are described there.
        MethodInfo method => (method.IsPublic || method.IsFamily)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            && method.GetBaseDefinition().DeclaringType!.Assembly == method.DeclaringType!.Assembly,
        ConstructorInfo constructor => constructor.IsPublic && !IsImplicit(constructor),
        EventInfo @event => @event.AddMethod!.IsPublic,
        _ => false,
    };

    // A constructor that nobody wrote has nothing to say; a record's is described by the record.
    private static bool IsImplicit(ConstructorInfo constructor) =>
        constructor.GetParameters().Length == 0 || PositionalOf(constructor.DeclaringType!).Any();
}
