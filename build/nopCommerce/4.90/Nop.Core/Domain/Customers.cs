using Nop.Core.Domain.Common;

namespace Nop.Core.Domain.Customers;

public class Customer : BaseEntity, ISoftDeletedEntity
{
    public string Username { get; set; }

    public string Email { get; set; }

    public string FirstName { get; set; }

    public string LastName { get; set; }

    public string Company { get; set; }

    public string Phone { get; set; }

    public string VatNumber { get; set; }

    public int CountryId { get; set; }

    public bool Deleted { get; set; }
}

public class CustomerRole : BaseEntity
{
    public string Name { get; set; }

    public bool Active { get; set; }

    public string SystemName { get; set; }
}

public class CustomerCustomerRoleMapping : BaseEntity
{
    public int CustomerId { get; set; }

    public int CustomerRoleId { get; set; }
}

public static class NopCustomerDefaults
{
    public static string GuestsRoleName => "Guests";

    public static string AdministratorsRoleName => "Administrators";
}
