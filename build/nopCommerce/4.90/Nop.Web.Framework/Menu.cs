using Nop.Web.Framework.Menu;

namespace Nop.Web.Framework.Menu
{
    public interface IAdminMenu
    {
        string GetMenuItemUrl(string controllerName, string actionName);
    }

    public class AdminMenuItem
    {
        public IList<string> PermissionNames { get; set; } = [];

        public string SystemName { get; set; }

        public string Title { get; set; }

        public string Url { get; set; }

        public IList<AdminMenuItem> ChildNodes { get; set; } = [];

        public string IconClass { get; set; }

        public bool Visible { get; set; }

        public virtual bool InsertAfter(string itemSystemName, AdminMenuItem newMenuItem) => throw new NotSupportedException("A declaration only.");
    }
}

namespace Nop.Web.Framework.Events
{
    public abstract class BaseMenuItemCreatedEvent
    {
        private readonly IAdminMenu _adminMenu;

        protected BaseMenuItemCreatedEvent(IAdminMenu adminMenu) => _adminMenu = adminMenu;

        public virtual string GetMenuItemUrl(string controllerName, string actionName) => _adminMenu.GetMenuItemUrl(controllerName, actionName);
    }

    public class AdminMenuCreatedEvent : BaseMenuItemCreatedEvent
    {
        public AdminMenuCreatedEvent(IAdminMenu adminMenu, AdminMenuItem rootMenuItem)
            : base(adminMenu) => RootMenuItem = rootMenuItem;

        public AdminMenuItem RootMenuItem { get; protected set; }
    }
}
