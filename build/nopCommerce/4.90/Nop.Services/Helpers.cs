using System.Collections.ObjectModel;

namespace Nop.Services.Helpers;

public interface IDateTimeHelper
{
    TimeZoneInfo DefaultStoreTimeZone { get; }

    ReadOnlyCollection<TimeZoneInfo> GetSystemTimeZones();
}
