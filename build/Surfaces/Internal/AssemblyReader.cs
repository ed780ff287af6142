using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CustomerRadar.Surfaces;

/// <summary>Reads the public types of one assembly file.</summary>
internal sealed class AssemblyReader : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly TypeReader _types;

    public AssemblyReader(Stream content)
    {
        _file = new PEReader(content);
        _metadata = _file.GetMetadataReader();
        _types = new TypeReader(_metadata);
        var definition = _metadata.GetAssemblyDefinition();
        (Name, Version) = (_metadata.GetString(definition.Name), definition.Version);
    }

    public string Name { get; }

    public Version Version { get; }

    public IEnumerable<SurfaceType> Types() =>
        _metadata.TypeDefinitions.Where(IsVisible).Select(type => _types.Read(Name, type));

    public void Dispose() => _file.Dispose();

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }
}
