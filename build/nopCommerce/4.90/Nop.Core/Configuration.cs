namespace Nop.Core.Configuration;

public interface ISettings;

public interface IConfig
{
    string Name => GetType().Name;

    int GetOrder() => throw new NotSupportedException("A declaration only.");
}
