using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CustomerRadar.Packaging;

/// <summary>A DLL of the package, read without loading it.</summary>
/// <param name="Path">Its path in the package, with forward slashes.</param>
/// <param name="Name">Its assembly name.</param>
/// <param name="Version">Its assembly version.</param>
/// <param name="References">What it refers to.</param>
public sealed record PackageAssembly(string Path, string Name, Version Version, IReadOnlyList<(string Name, Version Version)> References)
{
    /// <summary>True for the lower floor, which the store loads itself.</summary>
    public bool IsAtRoot => !Path.StartsWith("lib/", StringComparison.Ordinal);

    /// <summary>Reads a DLL; null when it is native, of whatever system.</summary>
    public static PackageAssembly? Read(string path, Stream content)
    {
        using var file = new PEReader(content);
        try
        {
            if (!file.HasMetadata)
                return null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }

        var metadata = file.GetMetadataReader();
        var definition = metadata.GetAssemblyDefinition();
        return new PackageAssembly(
            path,
            metadata.GetString(definition.Name),
            definition.Version,
            [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))]);
    }
}
