using System.Diagnostics;
using System.Text;

namespace CustomerRadar.Running;

/// <summary>A program beside this one: started, listened to, ended by its process.</summary>
public sealed class RunningProgram
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();

    private RunningProgram(Process process) => _process = process;

    public Task Ended => _process.WaitForExitAsync();

    public static RunningProgram Start(
        string dll, string readyLine, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, ICollection<RunningProgram> programs)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll) };
        start.ArgumentList.Add(dll);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new RunningProgram(new Process { StartInfo = start, EnableRaisingEvents = true });
        program._process.OutputDataReceived += (_, e) => program.Hear(e.Data, readyLine);
        program._process.ErrorDataReceived += (_, e) => program.Hear(e.Data, readyLine);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        programs.Add(program);
        return program;
    }

    /// <summary>The address it listens on, once it does.</summary>
    public async Task<string> AddressAsync(CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(_address.Task, Ended, Task.Delay(TimeSpan.FromSeconds(60), cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == _address.Task)
            return await _address.Task;
        if (_process.HasExited)
            await _process.WaitForExitAsync(cancellationToken);
        throw new StartException($"{Path.GetFileNameWithoutExtension(_process.StartInfo.ArgumentList[0])} did not start:{Environment.NewLine}{_said}"
            + "Another port can be chosen with --gateway-port and --sandbox-port.");
    }

    public void Stop()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Hear(string? line, string readyLine)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine("  " + line);
        if (line.StartsWith(readyLine, StringComparison.Ordinal))
            _address.TrySetResult(line[readyLine.Length..].Split(',')[0].Trim().TrimEnd('/'));
    }
}
