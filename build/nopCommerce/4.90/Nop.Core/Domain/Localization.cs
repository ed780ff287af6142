using Nop.Core.Configuration;
using Nop.Core.Domain.Stores;

namespace Nop.Core.Domain.Localization;

public interface ILocalizedEntity;

public class Language : BaseEntity, IStoreMappingSupported
{
    public string Name { get; set; }

    public string LanguageCulture { get; set; }

    public string UniqueSeoCode { get; set; }

    public bool LimitedToStores { get; set; }
}

public class LocalizationSettings : ISettings
{
    public int DefaultAdminLanguageId { get; set; }
}
