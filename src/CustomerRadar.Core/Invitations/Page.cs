namespace CustomerRadar.Core.Invitations;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Number">The page's number, from 1.</param>
/// <param name="Size">Rows a full page holds.</param>
/// <param name="Total">Rows in all pages; <see cref="IInvitationQueries.MostCounted"/> means so many or more.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);
