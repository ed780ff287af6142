namespace CustomerRadar.Core.Api.Ids;

/// <summary>What could not be taken from a text, and where it stands.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Position">The character in the line, from 1; in JSON that at which the reader noticed.</param>
/// <param name="Text">What is wrong and what became of it, in plain words.</param>
public sealed record IdFault(int Line, int Position, string Text)
{
    /// <summary>Place and text, for a person.</summary>
    public override string ToString() => $"Line {Line}, position {Position}: {Text}";
}
