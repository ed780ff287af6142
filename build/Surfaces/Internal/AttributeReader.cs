using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>Writes the attributes that a compiler or the compiler of views acts on; others are no business of a caller.</summary>
internal sealed class AttributeReader(MetadataReader metadata)
{
    private static readonly HashSet<string> Shown =
    [
        "AttributeUsageAttribute",
        "FlagsAttribute",
        "ObsoleteAttribute",
        "Microsoft.AspNetCore.Razor.TagHelpers.HtmlAttributeNameAttribute",
        "Microsoft.AspNetCore.Razor.TagHelpers.HtmlAttributeNotBoundAttribute",
        "Microsoft.AspNetCore.Razor.TagHelpers.HtmlTargetElementAttribute",
        "Microsoft.AspNetCore.Razor.TagHelpers.RestrictChildrenAttribute",
    ];

    public bool Has(CustomAttributeHandleCollection attributes, string type) =>
        attributes.Any(handle => TypeOf(metadata.GetCustomAttribute(handle)) == type);

    /// <summary>The ones that matter, written like <c>[HtmlTargetElement("nop-label", Attributes = "asp-for")]</c>.</summary>
    public IEnumerable<string> Of(CustomAttributeHandleCollection attributes)
    {
        // To keep old compilers away, new ones call something obsolete that is not.
        var isForOldCompilers = Has(attributes, "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute");
        return attributes
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => Shown.Contains(TypeOf(attribute)) && !(isForOldCompilers && TypeOf(attribute) == "ObsoleteAttribute"))
            .Select(Text)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The value that a decimal default is kept as; null when there is none.</summary>
    public decimal? DecimalConstant(CustomAttributeHandleCollection attributes) => attributes
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => TypeOf(attribute) == "System.Runtime.CompilerServices.DecimalConstantAttribute")
        .Select(attribute => attribute.DecodeValue(TypeNames.Instance).FixedArguments)
        .Select(part => (decimal?)new decimal(Bits(part[4]), Bits(part[3]), Bits(part[2]), (byte)part[1].Value! != 0, (byte)part[0].Value!))
        .FirstOrDefault();

    private static int Bits(CustomAttributeTypedArgument<TypeName> part) =>
        part.Value is uint bits ? unchecked((int)bits) : (int)part.Value!;

    private string TypeOf(CustomAttribute attribute)
    {
        var type = attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return TypeNames.Text(metadata, type, GenericNames.None);
    }

    private string Text(CustomAttribute attribute)
    {
        var type = TypeOf(attribute);
        var name = type[(type.LastIndexOf('.') + 1)..^"Attribute".Length];
        // Its text is for people.
        if (name == "Obsolete")
            return "[Obsolete]";
        var value = attribute.DecodeValue(TypeNames.Instance);
        var arguments = value.FixedArguments.Select(argument => Constants.Write(argument.Value))
            .Concat(value.NamedArguments
                .OrderBy(argument => argument.Name, StringComparer.Ordinal)
                .Select(argument => $"{argument.Name} = {Constants.Write(argument.Value)}"));
        return string.Join(", ", arguments) is { Length: > 0 } text ? $"[{name}({text})]" : $"[{name}]";
    }
}
