using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes the types of signatures and attributes by name; nothing is resolved, so no other assembly is needed.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<TypeName, GenericNames>, ICustomAttributeTypeProvider<TypeName>
{
    public static readonly TypeNames Instance = new();

    // Too common to be written out.
    private static readonly HashSet<string> Silent = ["System", "System.Threading.Tasks", "System.Collections.Generic"];

    /// <summary>The type that a handle of any of the three kinds stands for.</summary>
    public static string Text(MetadataReader reader, EntityHandle handle, GenericNames names) => handle.Kind switch
    {
        HandleKind.TypeDefinition => Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0).Text,
        HandleKind.TypeReference => Instance.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0).Text,
        _ => Instance.GetTypeFromSpecification(reader, names, (TypeSpecificationHandle)handle, 0).Text,
    };

    private static string Written(string ns, string name) => WithoutArity(ns.Length == 0 || Silent.Contains(ns) ? name : $"{ns}.{name}");

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        var text = type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0).Text}.{WithoutArity(name)}"
            : Written(reader.GetString(type.Namespace), name);
        return new TypeName(text, IsValueKind(rawTypeKind));
    }

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        var text = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0).Text}.{WithoutArity(name)}"
            : Written(reader.GetString(type.Namespace), name);
        return new TypeName(text, IsValueKind(rawTypeKind));
    }

    public TypeName GetTypeFromSpecification(
        MetadataReader reader, GenericNames genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeName GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        new(typeCode.ToString(), typeCode is not (PrimitiveTypeCode.String or PrimitiveTypeCode.Object));

    public TypeName GetGenericInstantiation(TypeName genericType, ImmutableArray<TypeName> typeArguments) =>
        // A null Nullable is null.
        new(
            $"{genericType.Text}<{string.Join(',', typeArguments.Select(argument => argument.Text))}>",
            genericType is { IsValue: true, Text: not "Nullable" });

    public TypeName GetGenericTypeParameter(GenericNames genericContext, int index) => Parameter(genericContext.Type, index, "!");

    public TypeName GetGenericMethodParameter(GenericNames genericContext, int index) => Parameter(genericContext.Method, index, "!!");

    public TypeName GetSZArrayType(TypeName elementType) => new(elementType.Text + "[]");

    public TypeName GetArrayType(TypeName elementType, ArrayShape shape) => new($"{elementType.Text}[{new string(',', shape.Rank - 1)}]");

    public TypeName GetByReferenceType(TypeName elementType) => new(elementType.Text + "&", elementType.IsValue);

    public TypeName GetPointerType(TypeName elementType) => new(elementType.Text + "*");

    public TypeName GetPinnedType(TypeName elementType) => elementType;

    public TypeName GetFunctionPointerType(MethodSignature<TypeName> signature) => new("delegate*");

    public TypeName GetModifiedType(TypeName modifier, TypeName unmodifiedType, bool isRequired) =>
        modifier.Text == "System.Runtime.CompilerServices.IsExternalInit" ? unmodifiedType with { IsInit = true } : unmodifiedType;

    public TypeName GetSystemType() => new("Type");

    public bool IsSystemType(TypeName type) => type.Text == "Type";

    public TypeName GetTypeFromSerializedName(string name) => new(name.Split(',')[0].Replace('+', '.'));

    // Of the attributes that are read, no enum has another one.
    public PrimitiveTypeCode GetUnderlyingEnumType(TypeName type) => PrimitiveTypeCode.Int32;

    private static TypeName Parameter(IReadOnlyList<string> names, int index, string mark) =>
        new(index < names.Count ? names[index] : $"{mark}{index}", IsValue: true);

    private static bool IsValueKind(byte rawTypeKind) => (SignatureTypeKind)rawTypeKind == SignatureTypeKind.ValueType;

    private static string WithoutArity(string name) =>
        name.IndexOf('`', StringComparison.Ordinal) is > 0 and var accent ? name[..accent] : name;
}
