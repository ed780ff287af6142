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
        .Select(field => Line('E', $"{metadata.GetString(field.Name)} = {Constant(field)}"));

    public IEnumerable<SurfaceLine> Members(TypeDefinition type, GenericNames names, bool isInterface)
    {
        var properties = type.GetProperties().Select(metadata.GetPropertyDefinition).ToList();
        var events = type.GetEvents().Select(metadata.GetEventDefinition).ToList();
        var accessors = properties.Select(property => property.GetAccessors()).SelectMany(own => new[] { own.Getter, own.Setter })
            .Concat(events.Select(@event => @event.GetAccessors()).SelectMany(own => new[] { own.Adder, own.Remover }))
            .ToHashSet();
        var methods = type.GetMethods().Where(handle => !accessors.Contains(handle)).Select(metadata.GetMethodDefinition);
        return methods.Where(Visibility.IsVisible).Select(method => Method(method, names, isInterface))
            .Concat(properties.Where(IsVisible).Select(property => Property(property, names, isInterface)))
            .Concat(events
                .Where(@event => Accessor(@event.GetAccessors().Adder) is not null)
                .Select(@event => Event(@event, names, isInterface)))
            .Concat(type.GetFields().Select(metadata.GetFieldDefinition).Where(Visibility.IsVisible).Select(field => Field(field, names)));
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
            ? Line('C', $"{(Visibility.IsProtected(method) ? "protected " : "")}{parameters}{attributes}")
            : Line('M', $"{Modifiers(method, isInterface)}{signature.ReturnType.Text} {name}"
                + $"{_generics.Declaration(method.GetGenericParameters())}{parameters}"
                + $"{_generics.Constraints(method.GetGenericParameters(), own)}{attributes}");
    }

    private SurfaceLine Property(PropertyDefinition property, GenericNames names, bool isInterface)
    {
        var signature = property.DecodeSignature(TypeNames.Instance, names);
        var (getter, setter) = (Accessor(property.GetAccessors().Getter), Accessor(property.GetAccessors().Setter));
        var widest = new[] { getter, setter }.OfType<MethodDefinition>().OrderBy(Visibility.IsProtected).First();
        var name = signature.ParameterTypes.IsEmpty
            ? metadata.GetString(property.Name)
            : $"this[{_parameters.Write(widest, signature.ParameterTypes)}]";
        var accessors = (getter is { } get ? $"{Narrower(get, widest)}get; " : "")
            + (setter is { } set ? $"{Narrower(set, widest)}{SetOrInit(set)}; " : "");
        return Line('P', $"{Modifiers(widest, isInterface)}{Required(property.GetCustomAttributes())}{signature.ReturnType.Text} {name} "
            + $"{{ {accessors}}}{Attributes(property.GetCustomAttributes())}");
    }

    private SurfaceLine Event(EventDefinition @event, GenericNames names, bool isInterface)
    {
        var modifiers = Modifiers(metadata.GetMethodDefinition(@event.GetAccessors().Adder), isInterface);
        return Line('V', $"{modifiers}{TypeNames.Text(metadata, @event.Type, names)} {metadata.GetString(@event.Name)}");
    }

    private SurfaceLine Field(FieldDefinition field, GenericNames names)
    {
        var isConstant = (field.Attributes & FieldAttributes.Literal) != 0;
        var modifiers = (Visibility.IsProtected(field) ? "protected " : "")
            + (isConstant ? "const " : (field.Attributes & FieldAttributes.Static) != 0 ? "static " : "")
            + ((field.Attributes & FieldAttributes.InitOnly) != 0 ? "readonly " : "")
            + Required(field.GetCustomAttributes());
        var value = isConstant ? $" = {Constant(field)}" : "";
        return Line('F', $"{modifiers}{field.DecodeSignature(TypeNames.Instance, names).Text} {metadata.GetString(field.Name)}{value}"
            + Attributes(field.GetCustomAttributes()));
    }

    private string Constant(FieldDefinition field) => Constants.Write(Constants.Read(metadata, field.GetDefaultValue()));

    private string Required(CustomAttributeHandleCollection attributes) =>
        _attributes.Has(attributes, "System.Runtime.CompilerServices.RequiredMemberAttribute") ? "required " : "";

    private string Attributes(CustomAttributeHandleCollection attributes) =>
        string.Concat(_attributes.Of(attributes).Select(attribute => " " + attribute));

    private MethodDefinition? Accessor(MethodDefinitionHandle handle) =>
        !handle.IsNil && metadata.GetMethodDefinition(handle) is var method && Visibility.IsVisible(method) ? method : null;

    private bool IsVisible(PropertyDefinition property) =>
        Accessor(property.GetAccessors().Getter) is not null || Accessor(property.GetAccessors().Setter) is not null;

    private static string SetOrInit(MethodDefinition setter) =>
        setter.DecodeSignature(TypeNames.Instance, GenericNames.None).ReturnType.IsInit ? "init" : "set";

    private static string Narrower(MethodDefinition accessor, MethodDefinition widest) =>
        Visibility.IsProtected(accessor) && !Visibility.IsProtected(widest) ? "protected " : "";

    private static string Modifiers(MethodDefinition method, bool isInterface) =>
        (Visibility.IsProtected(method) ? "protected " : "")
        + ((method.Attributes & MethodAttributes.Static) != 0 ? "static " : "")
        + Dispatch(method.Attributes, isInterface);

    private static string Dispatch(MethodAttributes flags, bool isInterface)
    {
        var (isNew, isFinal) = ((flags & MethodAttributes.NewSlot) != 0, (flags & MethodAttributes.Final) != 0);
        if ((flags & MethodAttributes.Virtual) == 0)
            return "";
        // What an interface asks for is abstract anyway; only for a static member it has to be said.
        if (isInterface && (flags & (MethodAttributes.Abstract | MethodAttributes.Static)) == MethodAttributes.Abstract)
            return "";
        if ((flags & MethodAttributes.Abstract) != 0)
            return isNew || isInterface ? "abstract " : "abstract override ";
        // Sealed in a new slot: an ordinary method that happens to implement an interface.
        return (isNew, isFinal) switch
        {
            (true, true) => "",
            (true, false) => "virtual ",
            (false, true) => "sealed override ",
            (false, false) => "override ",
        };
    }
}
