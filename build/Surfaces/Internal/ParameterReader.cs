using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes parameters: how they are passed, type, name and default.</summary>
internal sealed class ParameterReader(MetadataReader metadata)
{
    private readonly AttributeReader _attributes = new(metadata);

    public string Write(MethodDefinition method, ImmutableArray<TypeName> types)
    {
        var isExtension = _attributes.Has(method.GetCustomAttributes(), "System.Runtime.CompilerServices.ExtensionAttribute");
        // Number 0 is what is returned; a setter has one more than its property.
        var written = method.GetParameters().Select(metadata.GetParameter)
            .Where(parameter => parameter.SequenceNumber > 0 && parameter.SequenceNumber <= types.Length)
            .Select(parameter => Write(parameter, types[parameter.SequenceNumber - 1]));
        return (isExtension ? "this " : "") + string.Join(", ", written);
    }

    private string Write(Parameter parameter, TypeName type)
    {
        var isArray = _attributes.Has(parameter.GetCustomAttributes(), "ParamArrayAttribute")
            || _attributes.Has(parameter.GetCustomAttributes(), "System.Runtime.CompilerServices.ParamCollectionAttribute");
        var passing = isArray ? "params "
            : !type.Text.EndsWith('&') ? ""
            : (parameter.Attributes & ParameterAttributes.Out) != 0 ? "out "
            : (parameter.Attributes & ParameterAttributes.In) != 0 ? "in " : "ref ";
        return $"{passing}{type.Text.TrimEnd('&')} {metadata.GetString(parameter.Name)}{Default(parameter, type)}";
    }

    private string Default(Parameter parameter, TypeName type)
    {
        if ((parameter.Attributes & ParameterAttributes.Optional) == 0)
            return "";
        if (!parameter.GetDefaultValue().IsNil)
        {
            return Constants.Read(metadata, parameter.GetDefaultValue()) is { } value ? $" = {Constants.Write(value)}"
                : type.IsValue ? " = default" : " = null";
        }

        return _attributes.DecimalConstant(parameter.GetCustomAttributes()) is { } number ? $" = {Constants.Write(number)}" : " = default";
    }
}
