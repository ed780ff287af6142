using Microsoft.AspNetCore.Mvc;

namespace Nop.Web.Framework.Mvc.Filters;

public sealed class AuthorizeAdminAttribute : TypeFilterAttribute
{
    public AuthorizeAdminAttribute(bool ignore = false)
        : base(typeof(object)) => IgnoreFilter = ignore;

    public bool IgnoreFilter { get; }
}

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CheckPermissionAttribute : TypeFilterAttribute
{
    public CheckPermissionAttribute(string permissionSystemName, CheckPermissionResultType resultType = CheckPermissionResultType.Default)
        : base(typeof(object)) => (PermissionSystemName, ResultType) = ([permissionSystemName], resultType);

    public enum CheckPermissionResultType
    {
        Default = 0,
        Html = 1,
        Text = 2,
        Json = 3,
    }

    public List<string> PermissionSystemName { get; }

    public CheckPermissionResultType ResultType { get; }
}
