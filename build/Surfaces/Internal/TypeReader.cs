using System.Reflection;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes a type of an assembly as a <see cref="SurfaceType"/>.</summary>
internal sealed class TypeReader(MetadataReader metadata)
{
    private readonly GenericsReader _generics = new(metadata);
    private readonly AttributeReader _attributes = new(metadata);
    private readonly MemberReader _members = new(metadata);

    public SurfaceType Read(string assembly, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var names = new GenericNames(_generics.Names(type.GetGenericParameters()), []);
        var (baseType, kind) = (Text(type.BaseType, names), Kind(type));
        var isEnum = kind == "enum";
        var shownBase = kind switch
        {
            "enum" when Underlying(type) is not "Int32" and var underlying => $" : {underlying}",
            "class" when baseType != "Object" => $" : {baseType}",
            _ => "",
        };
        var header = $"{Modifiers(type, kind)}{kind} {Text(handle, names)}{_generics.Declaration(type.GetGenericParameters())}{shownBase}"
            + _generics.Constraints(type.GetGenericParameters(), names);
        var lines = _attributes.Of(type.GetCustomAttributes()).Select(attribute => new SurfaceLine('A', attribute, attribute))
            .Concat(type.GetInterfaceImplementations()
                .Select(implementation => Text(metadata.GetInterfaceImplementation(implementation).Interface, names))
                .Where(_ => !isEnum)
                .Select(text => new SurfaceLine('I', text, text)))
            .Concat(isEnum ? _members.EnumValues(type) : _members.Members(type, names, kind == "interface"));
        // An enum's values keep their order; everything else has none of its own.
        return new SurfaceType(assembly, header, [.. lines
            .OrderBy(line => SurfaceLine.Kinds.IndexOf(line.Kind, StringComparison.Ordinal))
            .ThenBy(line => line.Kind == 'E' ? "" : line.Text, StringComparer.Ordinal)]);
    }

    private string Kind(TypeDefinition type) => Text(type.BaseType, GenericNames.None) switch
    {
        _ when (type.Attributes & TypeAttributes.Interface) != 0 => "interface",
        "Enum" => "enum",
        "ValueType" => "struct",
        "MulticastDelegate" => "delegate",
        _ => "class",
    };

    private string Underlying(TypeDefinition type) => type.GetFields()
        .Select(metadata.GetFieldDefinition)
        .First(field => (field.Attributes & FieldAttributes.Static) == 0)
        .DecodeSignature(TypeNames.Instance, GenericNames.None).Text;

    private string Modifiers(TypeDefinition type, string kind) => (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
    {
        _ when kind == "struct" =>
            (IsMarked(type, "IsReadOnlyAttribute") ? "readonly " : "") + (IsMarked(type, "IsByRefLikeAttribute") ? "ref " : ""),
        _ when kind != "class" => "",
        TypeAttributes.Abstract | TypeAttributes.Sealed => "static ",
        TypeAttributes.Abstract => "abstract ",
        TypeAttributes.Sealed => "sealed ",
        _ => "",
    };

    private bool IsMarked(TypeDefinition type, string attribute) =>
        _attributes.Has(type.GetCustomAttributes(), "System.Runtime.CompilerServices." + attribute);

    private string Text(EntityHandle handle, GenericNames names) => handle.IsNil ? "Object" : TypeNames.Text(metadata, handle, names);
}
