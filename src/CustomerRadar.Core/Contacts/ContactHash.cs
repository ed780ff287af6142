namespace CustomerRadar.Core.Contacts;

/// <summary>A contact as the tables keep it: its kind and a keyed hash, for example <c>email:9f86…</c>. The contact cannot be read from it.</summary>
/// <param name="Value">Kind, colon, 64 hexadecimal digits.</param>
public readonly record struct ContactHash(string Value)
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaximumLength = 80;

    /// <summary>The hash as text.</summary>
    public override string ToString() => Value ?? "";
}
