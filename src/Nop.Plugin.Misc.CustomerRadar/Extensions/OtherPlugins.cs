using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Extensions;

/// <summary>Asks the plugins that have something to say about an invitation. Where there are none it costs nothing.</summary>
public sealed class OtherPlugins(
    IEnumerable<IEligibilityCheck> checks, IEnumerable<IPayloadHook> hooks, IEnumerable<ITokenResolver> resolvers, StoreTables tables)
{
    private readonly List<IEligibilityCheck> _checks = [.. checks];
    private readonly List<IPayloadHook> _hooks = [.. hooks];
    private readonly List<ITokenResolver> _resolvers = [.. resolvers];

    /// <summary>The tokens that they add.</summary>
    public IEnumerable<string> Tokens => _resolvers.SelectMany(resolver => resolver.Tokens);

    /// <summary>A subject with what they say about it.</summary>
    public async Task<SubjectSnapshot> AskAsync(SubjectSnapshot snapshot, SubjectRequest request, CancellationToken cancellationToken)
    {
        if (_checks.Count + _hooks.Count + _resolvers.Count == 0)
            return snapshot;

        var context = new InvitationContext
        {
            StoreId = OrderSubject.StoreId(request.Store) ?? 0,
            Subject = request.Subject,
            Trigger = request.Trigger,
            Rule = request.Rule,
            Order = OrderSubject.Read(request.Subject) is var (orderId, _) ? await tables.FindAsync<Order>(orderId) : null,
            CustomerId = snapshot.CustomerId,
        };
        return snapshot with
        {
            Fields = await FieldsAsync(snapshot.Fields, request.Fields, context, cancellationToken),
            Objection = snapshot.Status == SubjectStatus.Active ? await ObjectionAsync(context, cancellationToken) : null,
            Finish = _hooks.Count == 0 ? null : entry => _hooks.Aggregate(entry, (changed, hook) => hook.Change(changed, context)),
        };
    }

    private async Task<string?> ObjectionAsync(InvitationContext context, CancellationToken cancellationToken)
    {
        foreach (var check in _checks)
        {
            if (await check.ObjectionAsync(context, cancellationToken) is { } objection)
                return objection;
        }

        return null;
    }

    private async Task<SubjectFields> FieldsAsync(
        SubjectFields fields, IReadOnlySet<string> names, InvitationContext context, CancellationToken cancellationToken)
    {
        var all = fields.Names.ToDictionary(name => name, name => (IEnumerable<string?>)fields.Values(name), StringComparer.Ordinal);
        foreach (var resolver in _resolvers)
        {
            var wanted = resolver.Tokens.Where(token => names.Contains(token) && !OrderTokens.Contains(token) && !all.ContainsKey(token)).ToHashSet(StringComparer.Ordinal);
            if (wanted.Count == 0)
                continue;
            foreach (var (token, values) in await resolver.ResolveAsync(wanted, context, cancellationToken))
            {
                if (wanted.Contains(token))
                    all[token] = values;
            }
        }

        return SubjectFields.From(all);
    }
}
