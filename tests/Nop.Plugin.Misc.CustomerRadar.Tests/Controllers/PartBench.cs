using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

/// <summary>What a part of the page stands on, with an open gate, and how its answers are read.</summary>
internal sealed class PartBench
{
    private readonly ServiceCollection _services = new();

    public PartBench() => Gate.Open();

    public PluginGate Gate { get; } = new();

    public IServiceProvider Services => _services.BuildServiceProvider();

    public PartBench With<T>(T service)
        where T : class
    {
        _services.AddSingleton(service);
        return this;
    }

    /// <summary>What stands beside the button.</summary>
    public static (bool Success, string Message) Answer(IActionResult result)
    {
        var answer = JObject.FromObject(((JsonResult)result).Value!);
        return ((bool)answer["success"]!, (string)answer["message"]!);
    }

    /// <summary>What a part shows.</summary>
    public static T Shown<T>(IActionResult result) => (T)((PartialViewResult)result).Model!;

    /// <summary>Fails unless the part says that the plugin does not work.</summary>
    public static void IsNotWorking(IActionResult result)
    {
        var refused = (ObjectResult)result;
        Assert.That((refused.StatusCode, refused.Value), Is.EqualTo((503, EnglishTexts.Of("NotWorking"))));
    }
}
