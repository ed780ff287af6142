using Nop.Core.Configuration;
using Nop.Core.Infrastructure;

namespace Nop.Data
{
    public enum DataProviderType
    {
        Unknown = 0,
        SqlServer = 1,
        MySql = 2,
        PostgreSQL = 3,
    }

    public class DataSettingsManager
    {
        public static bool IsDatabaseInstalled() => throw new NotSupportedException("A declaration only.");

        public static Configuration.DataConfig LoadSettings(INopFileProvider fileProvider = null, bool reload = false) =>
            throw new NotSupportedException("A declaration only.");
    }
}

namespace Nop.Data.Configuration
{
    public class DataConfig : IConfig
    {
        public string ConnectionString { get; set; }

        public DataProviderType DataProvider { get; set; }

        public string Name => nameof(DataConfig);

        public int GetOrder() => 0;
    }
}
