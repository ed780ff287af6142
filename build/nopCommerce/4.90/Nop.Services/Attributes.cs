using Nop.Core.Domain.Attributes;

namespace Nop.Services.Attributes;

public interface IAttributeParser<TAttribute, TAttributeValue>
    where TAttribute : BaseAttribute
    where TAttributeValue : BaseAttributeValue
{
    Task<IList<TAttribute>> ParseAttributesAsync(string attributesXml);

    Task<IList<TAttributeValue>> ParseAttributeValuesAsync(string attributesXml);

    IList<string> ParseValues(string attributesXml, int attributeId);
}
