using CustomerRadar.Core.Invitations;
using Microsoft.AspNetCore.Mvc;
using Moq;
using Newtonsoft.Json.Linq;
using Nop.Plugin.Misc.CustomerRadar.Controllers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarInvitationsControllerTests
{
    private readonly Mock<IInvitationQueries> _queries = new(MockBehavior.Strict);
    private readonly Mock<IJobServer> _jobs = new(MockBehavior.Strict);
    private PartBench _bench = null!;

    private CustomerRadarInvitationsController Controller => new(_bench.Gate, _bench.Services, EnglishTexts.Service);

    [SetUp]
    public void SetUp()
    {
        _queries.Reset();
        _jobs.Reset();
        _bench = new PartBench().With(_queries.Object).With(_jobs.Object);
    }

    [TestCase(0, 1)]
    [TestCase(7, 7)]
    [TestCase(int.MaxValue, 1_000_000)]
    public async Task List_Page_IsKeptWithinWhatThereCanBe(int asked, int read)
    {
        var subject = SubjectKey.Parse("order:123");
        _queries.Setup(x => x.ListAsync(It.Is<InvitationFilter>(filter => filter.Subject == subject), read, 50, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Page<InvitationRow>([], read, 50, 3));
        var page = JObject.FromObject(((JsonResult)await Controller.List("order:123", asked)).Value!);
        Assert.That(((int)page["page"]!, (int)page["total"]!), Is.EqualTo((read, 3)));
    }

    [Test]
    public async Task List_SubjectThatIsNone_IsABadRequest() => Assert.That(await Controller.List("order 123"), Is.InstanceOf<BadRequestObjectResult>());

    [Test]
    public async Task List_UninstallHasBegun_ReadsNothing()
    {
        _bench.Gate.CloseForGood();
        PartBench.IsNotWorking(await Controller.List(null));
    }

    [TestCase(true, "LookForMissed.Begun")]
    [TestCase(false, "NotWorking")]
    public async Task LookForMissed_SaysWhetherItHasBegun(bool begun, string text)
    {
        _jobs.Setup(x => x.RunSoonAsync("reconcile", It.IsAny<CancellationToken>())).ReturnsAsync(begun);
        Assert.That(PartBench.Answer(await Controller.LookForMissed(default)), Is.EqualTo((begun, EnglishTexts.Of(text))));
    }
}
