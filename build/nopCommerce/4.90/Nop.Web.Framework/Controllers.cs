using Microsoft.AspNetCore.Mvc;

namespace Nop.Web.Framework
{
    public static class AreaNames
    {
        public const string ADMIN = "Admin";
    }
}

namespace Nop.Web.Framework.Controllers
{
    public abstract class BaseController : Controller;

    public abstract class BasePluginController : BaseController;
}
