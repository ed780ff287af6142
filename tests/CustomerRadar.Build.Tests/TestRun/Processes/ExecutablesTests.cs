using CustomerRadar.TestRun.Processes;

namespace CustomerRadar.Build.Tests.TestRun.Processes;

public sealed class ExecutablesTests
{
    [Test]
    public void Folders_SeveralVersions_HighestFirst()
    {
        var root = Directory.CreateTempSubdirectory("customerradar-");
        try
        {
            foreach (var folder in new[] { "postgresql@9.6/bin", "postgresql@16/bin", "postgresql@17/lib", "postgresql@10/bin", "other/bin" })
                root.CreateSubdirectory(folder);

            var found = Executables.Folders(Path.Combine(root.FullName, "postgresql*", "bin"));

            Assert.That(
                found.Select(folder => Path.GetFileName(Path.GetDirectoryName(folder))),
                Is.EqualTo(new[] { "postgresql@16", "postgresql@10", "postgresql@9.6" }));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Test]
    public void Folders_NoSuchParent_IsNone() =>
        Assert.That(Executables.Folders(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "*", "bin")), Is.Empty);
}
