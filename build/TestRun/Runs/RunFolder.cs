using CustomerRadar.TestRun.Processes;

namespace CustomerRadar.TestRun.Runs;

/// <summary>The temporary folder of one run with the servers that work in it; both end with it.</summary>
public sealed class RunFolder : IAsyncDisposable
{
    private const string Prefix = "customerradar-test-";

    // As root: where the account that the servers run as may go too, whatever TMPDIR says.
    private static readonly string TemporaryFolder = Account.IsRoot ? "/tmp" : System.IO.Path.GetTempPath();

    private readonly RunRecords _records;
    private readonly string _recordFile;
    private readonly List<ProcessIdentity> _servers = [];

    private RunFolder(RunRecords records)
    {
        _records = records;
        var name = Prefix + Guid.NewGuid().ToString("N")[..12];
        Path = System.IO.Path.Combine(TemporaryFolder, name);
        _recordFile = records.Write(name, Record());
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    /// <summary>Removes what killed runs left, then makes a folder for this one.</summary>
    public static async Task<RunFolder> CreateAsync(RunRecords records, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(say);
        foreach (var (file, left) in records.Read().Where(record => !record.Record.Owner.IsRunning()))
        {
            say($"Removing what a killed run left in {left.Folder}");
            await RemoveAsync(left);
            File.Delete(file);
        }

        return new RunFolder(records);
    }

    /// <summary>A folder for one server that only its account can enter.</summary>
    public async Task<string> CreateFolderAsync(string name, Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var folder = System.IO.Path.Combine(Path, name);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await account.TakeAsync(folder, cancellationToken);
        return folder;
    }

    /// <summary>Remembers a server, to be stopped at the end or by the next run.</summary>
    public void Add(ProcessIdentity server)
    {
        _servers.Add(server);
        _records.Write(System.IO.Path.GetFileName(Path), Record());
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync(Record());
        File.Delete(_recordFile);
    }

    private RunRecord Record() => new(ProcessIdentity.Current, Path, [.. _servers]);

    private static async Task RemoveAsync(RunRecord record)
    {
        foreach (var server in record.Servers)
            await server.StopAsync();
        for (var attempt = 1; Directory.Exists(record.Folder); attempt++)
        {
            try
            {
                Directory.Delete(record.Folder, recursive: true);
            }
            catch (Exception problem) when (attempt < 20 && problem is IOException or UnauthorizedAccessException)
            {
                // Windows keeps a file for a moment after its process has ended.
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
