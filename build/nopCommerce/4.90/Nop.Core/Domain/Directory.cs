namespace Nop.Core.Domain.Directory;

public class Country : BaseEntity
{
    public string Name { get; set; }

    public string TwoLetterIsoCode { get; set; }
}
