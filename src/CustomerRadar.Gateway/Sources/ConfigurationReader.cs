using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Gateway.Settings;

namespace CustomerRadar.Gateway.Sources;

/// <summary>Reads the sources-and-rules file and names every fault with its place.</summary>
internal static class ConfigurationReader
{
    private const string FromEnvironment = "env:";

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">Looks up <c>env:NAME</c> secrets.</param>
    /// <exception cref="SettingsException">It is not right.</exception>
    public static GatewayConfiguration Read(string path, Func<string, string?> environment)
    {
        try
        {
            return Parse(File.ReadAllText(path), environment);
        }
        catch (SettingsException problem)
        {
            throw new SettingsException([.. problem.Faults.Select(fault => $"{path}: {fault}")]);
        }
    }

    /// <summary>Reads a text.</summary>
    public static GatewayConfiguration Parse(string text, Func<string, string?> environment)
    {
        DocumentObject document;
        try
        {
            document = DocumentObject.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new SettingsException([problem.Message]);
        }

        var sources = Sources(document, environment);
        var rules = document.Objects("rules").Select(rule => SendRuleDocument.Read(rule)).OfType<SendRule>().ToList();
        CheckRules(document, rules, sources);
        document.Done();
        return document.Faults.Count == 0
            ? new GatewayConfiguration(sources.ToDictionary(source => source.Name.ToString(), StringComparer.Ordinal), rules)
            : throw new SettingsException(document.Faults);
    }

    private static List<Source> Sources(DocumentObject document, Func<string, string?> environment)
    {
        var sources = new List<Source>();
        if (document.Inner("sources") is not { } all)
        {
            document.Fault("sources", "is missing: without a source nothing can come in.");
            return sources;
        }

        foreach (var name in all.Names)
        {
            if (!StoreKey.TryParse(name, out var key) || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
                all.Fault(name, "a source's name is letters, digits and dashes, since it stands in an address.");
            if (all.Inner(name) is { } source)
                sources.Add(Source(key, source, environment));
        }

        return sources;
    }

    private static Source Source(StoreKey name, DocumentObject json, Func<string, string?> environment)
    {
        var source = new Source
        {
            Name = name,
            Signature = Signature(json, environment),
            Event = json.Parsed("event", SourcePath.Parse)!,
            Version = json.Parsed("version", SourcePath.Parse)!,
            Handshakes = json.Texts("handshakes"),
            Events = [.. json.Objects("events").Select(Event)],
        };
        if (source.Events.Count == 0)
            json.Fault("events", "is missing: no event would mean anything.");
        json.Done();
        return source;
    }

    private static WebhookSignature Signature(DocumentObject json, Func<string, string?> environment)
    {
        if (json.Inner("signature") is not { } signature)
        {
            json.Fault("signature", "is missing: a source without a secret would take invitations from anybody.");
            return null!;
        }

        if (signature.Optional("scheme") is { } scheme && scheme != "hmac-sha256-hex")
            signature.Fault("scheme", "must be hmac-sha256-hex.");
        var header = signature.Required("header");
        var secret = signature.Required("secret");
        if (secret?.StartsWith(FromEnvironment, StringComparison.Ordinal) == true)
        {
            var name = secret[FromEnvironment.Length..];
            secret = environment(name);
            if (string.IsNullOrEmpty(secret))
                signature.Fault("secret", $"the environment has no variable {name}.");
        }

        var prefix = signature.Optional("prefix") ?? "";
        signature.Done();
        return header is null || string.IsNullOrEmpty(secret) ? null! : new WebhookSignature(header, prefix, new Secret(secret));
    }

    private static SourceEvent Event(DocumentObject json)
    {
        var read = new SourceEvent
        {
            When = json.Texts("when"),
            Action = json.Choice<SourceAction>("action"),
            Trigger = json.Choice<Trigger>("trigger", Trigger.BookingCompleted),
            Subject = json.Parsed("subject", SourcePath.Parse)!,
            PreviousSubject = json.Parsed("previousSubject", SourcePath.Parse, required: false),
            OccurredAt = json.Parsed("occurredAt", SourcePath.Parse, required: false),
            Emails = Paths(json, "emails"),
            Phones = Paths(json, "phones"),
            Country = json.Parsed("country", SourcePath.Parse, required: false),
            FirstName = json.Parsed("firstName", SourcePath.Parse, required: false),
            LastName = json.Parsed("lastName", SourcePath.Parse, required: false),
            FullName = json.Parsed("fullName", SourcePath.Parse, required: false),
            Fields = Fields(json.Inner("fields")),
        };
        if (read.When.Count == 0)
            json.Fault("when", "is missing: the names of the events that are meant.");
        if (read is { Action: SourceAction.Complete, OccurredAt: null })
            json.Fault("occurredAt", "is missing: an event that completes a booking needs the path of its end.");
        json.Done();
        return read;
    }

    private static List<SourcePath> Paths(DocumentObject json, string name)
    {
        var paths = new List<SourcePath>();
        foreach (var text in json.Texts(name))
        {
            try
            {
                paths.Add(SourcePath.Parse(text));
            }
            catch (FormatException problem)
            {
                json.Fault(name, $"\"{text}\" {problem.Message}");
            }
        }

        return paths;
    }

    private static Dictionary<string, SourcePath> Fields(DocumentObject? json)
    {
        var fields = new Dictionary<string, SourcePath>(StringComparer.Ordinal);
        foreach (var name in json?.Names ?? [])
        {
            if (json!.Parsed(name, SourcePath.Parse) is { } path)
                fields.Add(name, path);
        }

        return fields;
    }

    private static void CheckRules(DocumentObject document, List<SendRule> rules, List<Source> sources)
    {
        foreach (var key in rules.GroupBy(rule => rule.Key).Where(group => group.Count() > 1).Select(group => group.Key))
            document.Fault("rules", $"the key \"{key}\" stands twice.");
        foreach (var rule in rules)
        {
            var served = sources.Where(source => rule.Store is null || source.Name == rule.Store).ToList();
            if (rule.Store is { } store && served.Count == 0)
                document.Fault("rules", $"the rule \"{rule.Key}\" is for the store \"{store}\", and there is no source of that name.");
            var known = served.SelectMany(source => source.Events).SelectMany(e => e.Fields.Keys).ToHashSet(StringComparer.Ordinal);
            // Read already, so that what is left are fields that no event of its sources has under "fields".
            foreach (var fault in SendRuleCheck.Of(rule, known))
                document.Fault("rules", $"the rule \"{rule.Key}\": {fault}");
        }
    }
}
