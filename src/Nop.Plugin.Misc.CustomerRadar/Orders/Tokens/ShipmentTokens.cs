using Nop.Core.Domain.Shipping;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>How it came to the buyer. Several values each.</summary>
internal static class ShipmentTokens
{
    public static IReadOnlyDictionary<string, TokenReader> All { get; } = new Dictionary<string, TokenReader>
    {
        ["Shipment.ShipmentNumber"] = Token.Many<Shipment>(facts => facts.ShipmentsAsync(), shipment => Token.Text(shipment.Id)),
        ["Shipment.TrackingNumber"] = Token.Many<Shipment>(facts => facts.ShipmentsAsync(), shipment => shipment.TrackingNumber),
        ["Order.Warehouses"] = Token.Many<Warehouse>(WarehousesAsync, warehouse => warehouse.Name),
        ["Order.WarehouseIds"] = Token.Many<Warehouse>(WarehousesAsync, warehouse => Token.Text(warehouse.Id)),
    };

    // Where it was sent from; before anything is sent, where the products lie.
    private static async Task<IReadOnlyList<Warehouse>> WarehousesAsync(OrderFacts facts)
    {
        List<int> shipmentIds = [.. (await facts.ShipmentsAsync()).Select(shipment => shipment.Id)];
        List<int> sentFrom = shipmentIds.Count == 0
            ? []
            : [.. (await facts.Sources.Tables.ListAsync<ShipmentItem>(items => items.Where(item => shipmentIds.Contains(item.ShipmentId))))
                .Select(item => item.WarehouseId).Where(id => id > 0)];
        return await facts.Sources.Tables.FindAsync<Warehouse>(sentFrom.Count > 0 ? sentFrom : (await facts.ProductsAsync()).Select(product => product.WarehouseId));
    }
}
