namespace Nop.Core.Configuration;

public interface ISettings;

public interface IConfig
{
    string Name { get; }

    int GetOrder();
}
