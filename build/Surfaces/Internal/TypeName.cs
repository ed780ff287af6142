namespace CustomerRadar.Surfaces;

/// <summary>A type in a signature.</summary>
/// <param name="Text">As written in a surface; a reference ends in <c>&amp;</c>.</param>
/// <param name="IsValue">True where null can only mean the default: structures, enums and type parameters.</param>
/// <param name="IsInit">True for what an init accessor returns.</param>
internal readonly record struct TypeName(string Text, bool IsValue = false, bool IsInit = false);
