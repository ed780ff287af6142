using Nop.Core.Domain.Catalog;

namespace Nop.Services.Catalog;

public interface IProductService
{
    Task<string> FormatSkuAsync(Product product, string attributesXml = null);
}
