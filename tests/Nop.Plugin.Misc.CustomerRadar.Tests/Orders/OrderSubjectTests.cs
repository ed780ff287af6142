using CustomerRadar.Core.Invitations;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

public sealed class OrderSubjectTests
{
    [TestCase("order:123", 123, null)]
    [TestCase("order:123/item:5", 123, 5)]
    public void Read_OrderOrItem_GivesTheirIds(string subject, int orderId, int? itemId) =>
        Assert.That(OrderSubject.Read(SubjectKey.Parse(subject)), Is.EqualTo((orderId, itemId)));

    [TestCase("booking:123")]
    [TestCase("order:")]
    [TestCase("order:-1")]
    [TestCase("order:12a")]
    [TestCase("order:123/item:")]
    [TestCase("order:123/item:5/item:6")]
    public void Read_AnythingElse_IsNull(string subject) => Assert.That(OrderSubject.Read(SubjectKey.Parse(subject)), Is.Null);

    [Test]
    public void Of_ThenRead_GivesTheSame() => Assert.That(OrderSubject.Read(OrderSubject.Of(123, 5)), Is.EqualTo((123, (int?)5)));
}
