using System.Reflection;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes type parameters and their constraints.</summary>
internal sealed class GenericsReader(MetadataReader metadata)
{
    public IReadOnlyList<string> Names(GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(handle => metadata.GetString(metadata.GetGenericParameter(handle).Name))];

    public string Declaration(GenericParameterHandleCollection parameters)
    {
        var names = parameters
            .Select(metadata.GetGenericParameter)
            .Select(parameter => Variance(parameter) + metadata.GetString(parameter.Name));
        return parameters.Count == 0 ? "" : $"<{string.Join(',', names)}>";
    }

    public string Constraints(GenericParameterHandleCollection parameters, GenericNames names) => string.Concat(
        from parameter in parameters.Select(metadata.GetGenericParameter)
        let constraints = string.Join(", ", Constraints(parameter, names))
        where constraints.Length > 0
        select $" where {metadata.GetString(parameter.Name)} : {constraints}");

    private IEnumerable<string> Constraints(GenericParameter parameter, GenericNames names)
    {
        var isStruct = (parameter.Attributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0;
        if (isStruct)
            yield return "struct";
        if ((parameter.Attributes & GenericParameterAttributes.ReferenceTypeConstraint) != 0)
            yield return "class";
        var types = parameter.GetConstraints()
            .Select(handle => TypeNames.Text(metadata, metadata.GetGenericParameterConstraint(handle).Type, names));
        foreach (var type in types.Where(type => type != "ValueType").Order(StringComparer.Ordinal))
            yield return type;
        if (!isStruct && (parameter.Attributes & GenericParameterAttributes.DefaultConstructorConstraint) != 0)
            yield return "new()";
    }

    private static string Variance(GenericParameter parameter) => (parameter.Attributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out ",
        GenericParameterAttributes.Contravariant => "in ",
        _ => "",
    };
}
