namespace CustomerRadar.Storage.Internal;

/// <summary>
/// A statement, spelled for a database. All SQL of this library passes <see cref="Database"/> in this form, so that the tests can ask
/// for the spelling of every product, not only of the one at hand.
/// </summary>
internal delegate string Sql(Dialect dialect);
