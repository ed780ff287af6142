using System.Reflection;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>The name of a type or member in the compiler's XML documentation (C# specification, annex D.4).</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + TypeName(type),
        FieldInfo field => $"F:{TypeName(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{TypeName(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        EventInfo @event => $"E:{TypeName(@event.DeclaringType!)}.{@event.Name}",
        ConstructorInfo constructor => $"M:{TypeName(constructor.DeclaringType!)}.#ctor{Parameters(constructor.GetParameters())}",
        MethodInfo method => $"M:{TypeName(method.DeclaringType!)}.{method.Name}{Arity(method)}{Parameters(method.GetParameters())}{Conversion(method)}",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "A member of no known kind."),
    };

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Conversion(MethodInfo method) => method.Name is "op_Implicit" or "op_Explicit" ? "~" + Reference(method.ReturnType) : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    private static string TypeName(Type type) => type.FullName!.Replace('+', '.');

    private static string Reference(Type type)
    {
        if (type.IsByRef)
            return Reference(type.GetElementType()!) + "@";
        if (type.IsArray)
            return Reference(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsConstructedGenericType)
            return TypeName(type);
        var definition = TypeName(type.GetGenericTypeDefinition());
        return $"{definition[..definition.LastIndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(Reference))}}}";
    }
}
