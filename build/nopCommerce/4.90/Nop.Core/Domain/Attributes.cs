using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Localization;

namespace Nop.Core.Domain.Attributes;

public abstract class BaseAttribute : BaseEntity, ILocalizedEntity
{
    public string Name { get; set; }

    public int AttributeControlTypeId { get; set; }

    public AttributeControlType AttributeControlType
    {
        get => (AttributeControlType)AttributeControlTypeId;
        set => AttributeControlTypeId = (int)value;
    }
}

public abstract class BaseAttributeValue : BaseEntity, ILocalizedEntity
{
    public string Name { get; set; }

    public int AttributeId { get; set; }
}
