using Microsoft.AspNetCore.Mvc.Razor;
using Nop.Web.Framework.Localization;

namespace Nop.Web.Framework.Mvc.Razor;

public abstract class NopRazorPage<TModel> : RazorPage<TModel>
{
    public Localizer T => throw new NotSupportedException("A declaration only.");
}
