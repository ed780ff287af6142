using Nop.Core.Domain.Common;
using Nop.Core.Domain.Localization;

namespace Nop.Core.Domain.Catalog;

public enum AttributeControlType
{
    DropdownList = 1,
    RadioList = 2,
    Checkboxes = 3,
    TextBox = 4,
    MultilineTextbox = 10,
    Datepicker = 20,
    FileUpload = 30,
    ColorSquares = 40,
    ImageSquares = 45,
    ReadonlyCheckboxes = 50,
}

public class Product : BaseEntity, ILocalizedEntity, ISoftDeletedEntity
{
    public string Name { get; set; }

    public string Sku { get; set; }

    public int VendorId { get; set; }

    public int WarehouseId { get; set; }

    public bool IsGiftCard { get; set; }

    public bool Deleted { get; set; }
}

public class Category : BaseEntity, ILocalizedEntity, ISoftDeletedEntity
{
    public string Name { get; set; }

    public int ParentCategoryId { get; set; }

    public bool Deleted { get; set; }
}

public class ProductCategory : BaseEntity
{
    public int ProductId { get; set; }

    public int CategoryId { get; set; }
}

public class Manufacturer : BaseEntity, ILocalizedEntity, ISoftDeletedEntity
{
    public string Name { get; set; }

    public bool Deleted { get; set; }
}

public class ProductManufacturer : BaseEntity
{
    public int ProductId { get; set; }

    public int ManufacturerId { get; set; }
}
