using System.Text.Json;

namespace CustomerRadar.TestRun.Runs;

/// <summary>
/// The records of this user's runs. They stand in a folder of the user's own: what they name is stopped and deleted, so nobody else may write them.
/// </summary>
public sealed class RunRecords(string folder)
{
    public static RunRecords OfUser() => new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own
            ? own
            : Path.Combine(AppContext.BaseDirectory, "state"),
        "customerradar-test"));

    /// <summary>Writes a run's record and returns its file.</summary>
    public string Write(string name, RunRecord record)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name + ".json");
        // Moved into place, so that a run that is killed right now leaves no half record.
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(record));
        File.Move(file + ".new", file, overwrite: true);
        return file;
    }

    public IEnumerable<(string File, RunRecord Record)> Read() =>
        Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Select(file => (file, Record: Parse(file))).Where(pair => pair.Record is not null).Select(pair => (pair.file, pair.Record!))
            : [];

    private static RunRecord? Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(file));
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            // Another run has just ended and taken it away.
            return null;
        }
    }
}
