using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

/// <summary>Who may do what is the store's to check; it checks only what an action or its controller asks for.</summary>
public sealed class ControllerConventionsTests
{
    private static IEnumerable<Type> Controllers =>
        typeof(CustomerRadarController).Assembly.GetTypes().Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract);

    private static IEnumerable<MethodInfo> Actions =>
        Controllers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(method => !method.IsSpecialName);

    [TestCaseSource(nameof(Controllers))]
    public void Controller_AsksForAnAdminAndAToken(Type controller)
    {
        Assert.That(controller.GetCustomAttribute<AreaAttribute>(inherit: true)?.RouteValue, Is.EqualTo("Admin"));
        Assert.That(controller.GetCustomAttributes<AuthorizeAdminAttribute>(inherit: true).Count(), Is.EqualTo(1));
        Assert.That(controller.GetCustomAttributes<AutoValidateAntiforgeryTokenAttribute>(inherit: true).Count(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Actions))]
    public void Action_AsksForThePermission(MethodInfo action) => Assert.That(
        action.GetCustomAttributes<CheckPermissionAttribute>().Select(check => check.PermissionSystemName), Is.EqualTo(new[] { new[] { CustomerRadarDefaults.ConfigurePermission } }));

    // A token is asked for only where something is posted, so nothing else may change anything.
    [TestCaseSource(nameof(Actions))]
    public void Action_ThatOnlyShows_IsOneOfThese(MethodInfo action)
    {
        var isPosted = action.GetCustomAttributes<HttpMethodAttribute>().SelectMany(attribute => attribute.HttpMethods).ToHashSet().SetEquals(["POST"]);
        Assert.That(isPosted, Is.Not.EqualTo(action.Name is "Show" or "List" or "Export" or "Form" || (action.Name == "Configure" && action.GetParameters().Length == 1)));
    }
}
