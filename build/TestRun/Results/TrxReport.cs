using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CustomerRadar.TestRun.Results;

/// <summary>A report of the test platform (.trx): each test's outcome, and the errors that belong to no test.</summary>
public sealed record TrxReport(int Passed, IReadOnlyList<TestNote> Failed, IReadOnlyList<TestNote> Skipped, IReadOnlyList<string> Errors)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads a report; null when it is missing or cut short.</summary>
    public static TrxReport? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            // A test may print characters that XML does not allow; the platform writes them as references all the same.
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { CheckCharacters = false });
            return Read(XDocument.Load(reader));
        }
        catch (Exception problem) when (problem is IOException or XmlException)
        {
            return null;
        }
    }

    public static TrxReport Read(XDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var classes = document.Descendants(Trx + "UnitTest")
            .ToLookup(test => (string?)test.Attribute("id"), test => (string?)test.Element(Trx + "TestMethod")?.Attribute("className"));
        var passed = 0;
        var failed = new List<TestNote>();
        var skipped = new List<TestNote>();
        foreach (var result in document.Descendants(Trx + "UnitTestResult"))
        {
            switch ((string?)result.Attribute("outcome"))
            {
                case "Passed":
                    passed++;
                    break;
                case "Failed" or "Error" or "Timeout" or "Aborted":
                    failed.Add(new TestNote(Name(result, classes), Message(result, withStack: true)));
                    break;
                default:
                    skipped.Add(new TestNote(Name(result, classes), Message(result, withStack: false)));
                    break;
            }
        }

        var errors = document.Descendants(Trx + "RunInfo")
            .Where(info => (string?)info.Attribute("outcome") is "Error")
            .Select(info => ((string?)info.Element(Trx + "Text") ?? "").Trim());
        return new TrxReport(passed, [.. failed.OrderBy(test => test.Name, StringComparer.Ordinal)], [.. skipped.OrderBy(test => test.Name, StringComparer.Ordinal)], [.. errors]);
    }

    private static string Name(XElement result, ILookup<string?, string?> classes)
    {
        var name = (string?)result.Attribute("testName") ?? "(no name)";
        var @class = classes[(string?)result.Attribute("testId")].FirstOrDefault();
        return @class is null || name.StartsWith(@class + ".", StringComparison.Ordinal)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{@class}.{name}");
    }

    private static string Message(XElement result, bool withStack)
    {
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        var message = ((string?)error?.Element(Trx + "Message") ?? "").Trim('\r', '\n', ' ');
        var stack = withStack ? ((string?)error?.Element(Trx + "StackTrace") ?? "").TrimEnd() : "";
        return stack.Length == 0 ? message : $"{message}\n{stack}";
    }
}
