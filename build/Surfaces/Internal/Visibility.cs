using System.Reflection;
using System.Reflection.Metadata;

namespace CustomerRadar.Surfaces;

/// <summary>What code in another assembly can see: public members and, from a derived type, protected ones.</summary>
internal static class Visibility
{
    public static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    public static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    /// <summary>For a visible one: protected rather than public.</summary>
    public static bool IsProtected(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public;

    /// <summary>For a visible one: protected rather than public.</summary>
    public static bool IsProtected(FieldDefinition field) => (field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public;
}
