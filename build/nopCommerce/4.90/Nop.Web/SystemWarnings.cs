using Nop.Web.Framework.Models;

namespace Nop.Web.Areas.Admin.Models.Common;

public class SystemWarningCreatedEvent
{
    public IList<SystemWarningModel> SystemWarnings { get; } = [];
}

public enum SystemWarningLevel
{
    Pass = 0,
    Recommendation = 1,
    Warning = 2,
    Fail = 3,
}

public record SystemWarningModel : BaseNopModel
{
    public SystemWarningLevel Level { get; set; }

    public string Text { get; set; }
}
