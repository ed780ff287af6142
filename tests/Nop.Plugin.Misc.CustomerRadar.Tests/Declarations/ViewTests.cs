using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>An element or attribute that no declared tag helper takes is no build error: it would reach the browser as it stands.</summary>
public sealed class ViewTests
{
    [Test]
    public void CompiledViews_Texts_HaveNothingLeftForATagHelper()
    {
        var texts = Texts();

        Assert.That(texts, Has.Some.Contains("<div"), "The views are in the assembly.");
        Assert.That(texts, Has.None.Contains("<nop-").And.None.Contains(" asp-"));
    }

    private static List<string> Texts()
    {
        using var file = new PEReader(File.OpenRead(typeof(CustomerRadarPlugin).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = metadata.GetNextHandle(default(UserStringHandle)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            texts.Add(metadata.GetUserString(handle));
        return texts;
    }
}
