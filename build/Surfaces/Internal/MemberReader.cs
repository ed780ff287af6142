using System.Reflection;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes the members of a type that code in another assembly can see.</summary>
internal sealed class MemberReader(MetadataReader metadata)
{
    private readonly GenericsReader _generics = new(metadata);
    private readonly AttributeReader _attributes = new(metadata);
    private readonly ParameterReader _parameters = new(metadata);

    public IEnumerable<SurfaceLine> EnumValues(TypeDefinition type) => type.GetFields()
        .Select(metadata.GetFieldDefinition)
        .Where(field => (field.Attributes & FieldAttributes.Literal) != 0)
        .Select(field => Line('E', $"{metadata.GetString(field.Name)} = {Constants.Write(Constants.Read(metadata, field.GetDefaultValue()))}"));

    public IEnumerable<SurfaceLine> Members(TypeDefinition type, GenericNames names, bool isInterface)
    {
        var properties = type.GetProperties().Select(metadata.GetPropertyDefinition).ToList();
        var events = type.GetEvents().Select(metadata.GetEventDefinition).ToList();
        var accessors = properties.Select(property => property.GetAccessors()).SelectMany(own => new[] { own.Getter, own.Setter })
            .Concat(events.Select(@event => @event.GetAccessors()).SelectMany(own => new[] { own.Adder, own.Remover }))
            .ToHashSet();
        var methods = type.GetMethods().Where(handle => !accessors.Contains(handle)).Select(metadata.GetMethodDefinition);
        return methods.Where(IsVisible).Where(method => metadata.GetString(method.Name) != ".cctor").Select(method => Method(method, names, isInterface))
            .Concat(properties.Where(IsVisible).Select(property => Property(property, names, isInterface)))
            .Concat(events.Select(@event => (Event: @event, Adder: metadata.GetMethodDefinition(@event.GetAccessors().Adder))).Where(pair => IsVisible(pair.Adder))
                .Select(pair => Line('V', $"{Modifiers(pair.Adder, isInterface)}{TypeNames.Text(metadata, pair.Event.Type, names)} {metadata.GetString(pair.Event.Name)}")))
            .Concat(type.GetFields().Select(metadata.GetFieldDefinition).Where(IsVisible).Select(field => Field(field, names)));
    }

    private static SurfaceLine Line(char kind, string text) => SurfaceLine.Parse($"{kind} {text}");

    private SurfaceLine Method(MethodDefinition method, GenericNames names, bool isInterface)
    {
        var own = names with { Method = _generics.Names(method.GetGenericParameters()) };
        var signature = method.DecodeSignature(TypeNames.Instance, own);
        var parameters = $"({_parameters.Write(method, signature.ParameterTypes)})";
        var name = metadata.GetString(method.Name);
        var attributes = Attributes(method.GetCustomAttributes());
        return name == ".ctor"
            ? Line('C', $"{(IsProtected(method) ? "protected " : "")}{parameters}{attributes}")
            : Line('M', $"{Modifiers(method, isInterface)}{signature.ReturnType.Text} {name}{_generics.Declaration(method.GetGenericParameters())}{parameters}"
                + $"{_generics.Constraints(method.GetGenericParameters(), own)}{attributes}");
    }

    private SurfaceLine Property(PropertyDefinition property, GenericNames names, bool isInterface)
    {
        var signature = property.DecodeSignature(TypeNames.Instance, names);
        var (getter, setter) = (Accessor(property.GetAccessors().Getter), Accessor(property.GetAccessors().Setter));
        var widest = getter is { } own && !IsProtected(own) ? own : setter is { } other && !IsProtected(other) ? other : getter ?? setter!.Value;
        var name = signature.ParameterTypes.IsEmpty ? metadata.GetString(property.Name) : $"this[{_parameters.Write(widest, signature.ParameterTypes)}]";
        var text = (getter is { } get ? $"{Narrower(get, widest)}get; " : "")
            + (setter is { } set ? $"{Narrower(set, widest)}{(set.DecodeSignature(TypeNames.Instance, names).ReturnType.IsInit ? "init" : "set")}; " : "");
        var required = _attributes.Has(property.GetCustomAttributes(), "System.Runtime.CompilerServices.RequiredMemberAttribute") ? "required " : "";
        return Line('P', $"{Modifiers(widest, isInterface)}{required}{signature.ReturnType.Text} {name} {{ {text}}}{Attributes(property.GetCustomAttributes())}");
    }

    private SurfaceLine Field(FieldDefinition field, GenericNames names)
    {
        var isConstant = (field.Attributes & FieldAttributes.Literal) != 0;
        var isProtected = (field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public;
        var modifiers = (isProtected ? "protected " : "")
            + (isConstant ? "const " : (field.Attributes & FieldAttributes.Static) != 0 ? "static " : "")
            + ((field.Attributes & FieldAttributes.InitOnly) != 0 ? "readonly " : "")
            + (_attributes.Has(field.GetCustomAttributes(), "System.Runtime.CompilerServices.RequiredMemberAttribute") ? "required " : "");
        var value = isConstant ? $" = {Constants.Write(Constants.Read(metadata, field.GetDefaultValue()))}" : "";
        return Line('F', $"{modifiers}{field.DecodeSignature(TypeNames.Instance, names).Text} {metadata.GetString(field.Name)}{value}{Attributes(field.GetCustomAttributes())}");
    }

    private string Attributes(CustomAttributeHandleCollection attributes) => string.Concat(_attributes.Of(attributes).Select(attribute => " " + attribute));

    private MethodDefinition? Accessor(MethodDefinitionHandle handle) =>
        handle.IsNil || metadata.GetMethodDefinition(handle) is var method && !IsVisible(method) ? null : metadata.GetMethodDefinition(handle);

    private bool IsVisible(PropertyDefinition property) => Accessor(property.GetAccessors().Getter) is not null || Accessor(property.GetAccessors().Setter) is not null;

    private static bool IsVisible(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) => (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsProtected(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public;

    private static string Narrower(MethodDefinition accessor, MethodDefinition widest) => IsProtected(accessor) && !IsProtected(widest) ? "protected " : "";

    private static string Modifiers(MethodDefinition method, bool isInterface)
    {
        var (flags, isNew) = (method.Attributes, (method.Attributes & MethodAttributes.NewSlot) != 0);
        var isFinal = (flags & MethodAttributes.Final) != 0;
        var dispatch = (flags & MethodAttributes.Virtual) == 0 ? ""
            : (flags & MethodAttributes.Abstract) != 0 ? (isInterface && (flags & MethodAttributes.Static) == 0 ? "" : isNew || isInterface ? "abstract " : "abstract override ")
            // Sealed in a new slot: an ordinary method that happens to implement an interface.
            : isNew ? (isFinal ? "" : "virtual ")
            : isFinal ? "sealed override " : "override ";
        return (IsProtected(method) ? "protected " : "") + ((flags & MethodAttributes.Static) != 0 ? "static " : "") + dispatch;
    }
}
