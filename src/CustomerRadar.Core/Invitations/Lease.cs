using System.Buffers.Binary;

namespace CustomerRadar.Core.Invitations;

/// <summary>The right to work on one row for a while. Every later write names it; a write that finds another lease writes nothing.</summary>
/// <param name="Invitation">The row.</param>
/// <param name="Id">Unlike any earlier or later lease's; rows that were leased together share it.</param>
/// <param name="TakenAt">When it was taken, by the database's clock.</param>
/// <param name="Until">When it ends, by the database's clock.</param>
public sealed record Lease(InvitationId Invitation, Guid Id, DateTimeOffset TakenAt, DateTimeOffset Until)
{
    /// <summary>This lease's sign as a pause's probe; unlike that of the rows that were leased together with it.</summary>
    public Guid Probe
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            Id.TryWriteBytes(bytes);
            var half = bytes[8..];
            BinaryPrimitives.WriteInt64LittleEndian(half, BinaryPrimitives.ReadInt64LittleEndian(half) ^ Invitation.Value);
            return new Guid(bytes);
        }
    }
}
