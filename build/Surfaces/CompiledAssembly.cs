using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CustomerRadar.Surfaces;

/// <summary>What a compiled assembly refers to, views that are compiled into it included.</summary>
public sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    /// <summary>Reads an assembly file, without loading it.</summary>
    public CompiledAssembly(string file)
    {
        _file = new PEReader(File.OpenRead(file));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The types of other assemblies.</summary>
    public IEnumerable<TypeKey> TypeUses => _metadata.TypeReferences.Select(Key).OfType<TypeKey>();

    /// <summary>The members of other assemblies' types.</summary>
    public IEnumerable<MemberUse> MemberUses => _metadata.MemberReferences
        .Select(_metadata.GetMemberReference)
        .Select(member => TypeOf(member.Parent) is { } type ? Use(type, member) : null)
        .OfType<MemberUse>()
        .Concat(AttributeUses());

    /// <summary>The types of other assemblies that types in here implement or derive from.</summary>
    public IEnumerable<TypeKey> Foundations => _metadata.TypeDefinitions
        .Select(_metadata.GetTypeDefinition)
        .SelectMany(type => type.GetInterfaceImplementations()
            .Select(handle => _metadata.GetInterfaceImplementation(handle).Interface)
            .Append(type.BaseType))
        .Where(handle => !handle.IsNil)
        .Select(TypeOf)
        .OfType<TypeKey>()
        .Distinct();

    public void Dispose() => _file.Dispose();

    private MemberUse Use(TypeKey type, MemberReference member)
    {
        var name = _metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
            return new(type, name, null) { Signature = (own, _) => CallTarget.WriteField(FieldType(member, own), name) };
        var parameters = member.DecodeMethodSignature(TypeNames.Instance, GenericNames.None).ParameterTypes.Length;
        return new(type, name, parameters) { Signature = (own, methods) => Write(name, member, new GenericNames(own, methods)) };
    }

    private static string FieldType(MemberReference member, IReadOnlyList<string> generics) =>
        member.DecodeFieldSignature(TypeNames.Instance, new GenericNames(generics, [])).Text;

    private static string Write(string name, MemberReference member, GenericNames names)
    {
        var signature = member.DecodeMethodSignature(TypeNames.Instance, names);
        var parameters = signature.ParameterTypes.Select(parameter => parameter.Text);
        return CallTarget.Write(!signature.Header.IsInstance, signature.ReturnType.Text, name, signature.GenericParameterCount, parameters);
    }

    // [Some(Property = 1)] names the property in a blob, not by a reference.
    private IEnumerable<MemberUse> AttributeUses() =>
        from attribute in _metadata.CustomAttributes.Select(_metadata.GetCustomAttribute)
        where attribute.Constructor.Kind == HandleKind.MemberReference
        let type = TypeOf(_metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
        where type is { } key && key.Assembly.StartsWith("Nop.", StringComparison.Ordinal)
        from argument in attribute.DecodeValue(TypeNames.Instance).NamedArguments
        let name = argument.Kind == CustomAttributeNamedArgumentKind.Field ? argument.Name! : "set_" + argument.Name
        select new MemberUse(type.Value, name, null);

    private TypeKey? TypeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Key((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => Instantiated((TypeSpecificationHandle)handle),
        _ => null,
    };

    private TypeKey? Instantiated(TypeSpecificationHandle handle)
    {
        var signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        signature.ReadByte();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic ? Key((TypeReferenceHandle)generic) : null;
    }

    private TypeKey? Key(TypeReferenceHandle handle)
    {
        var (type, names, arity) = (_metadata.GetTypeReference(handle), new Stack<string>(), 0);
        while (true)
        {
            var parts = _metadata.GetString(type.Name).Split('`');
            names.Push(parts[0]);
            arity += parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (type.ResolutionScope.Kind != HandleKind.TypeReference)
                break;
            type = _metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
            return null;
        var assembly = _metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
        var name = $"{_metadata.GetString(type.Namespace)}.{string.Join('.', names)}";
        return new TypeKey(_metadata.GetString(assembly.Name), arity == 0 ? name : $"{name}`{arity}");
    }
}
