using System.Linq.Expressions;
using System.Reflection;
using Nop.Core.Configuration;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

/// <summary>The store's settings: rows of name, store and value, where a store without a row has the one of all stores (0).</summary>
internal sealed class FakeSettings : ISettingService
{
    public Dictionary<(int Store, string Name), object?> Rows { get; } = [];

    public int Cleared { get; private set; }

    public FakeSettings With<T>(T settings, int store, params string[] names)
        where T : ISettings
    {
        foreach (var property in typeof(T).GetProperties().Where(property => names.Length == 0 || names.Contains(property.Name)))
            Rows[(store, property.Name)] = property.GetValue(settings);
        return this;
    }

    public Task<T> LoadSettingAsync<T>(int storeId = 0)
        where T : ISettings, new()
    {
        var settings = new T();
        foreach (var property in typeof(T).GetProperties())
        {
            if (Rows.TryGetValue((storeId, property.Name), out var value) || Rows.TryGetValue((0, property.Name), out value))
                property.SetValue(settings, value);
        }

        return Task.FromResult(settings);
    }

    public Task<bool> SettingExistsAsync<T, TPropType>(T settings, Expression<Func<T, TPropType>> keySelector, int storeId = 0)
        where T : ISettings, new() => Task.FromResult(Rows.ContainsKey((storeId, Named(keySelector).Name)));

    public Task SaveSettingAsync<T>(T settings, int storeId = 0)
        where T : ISettings, new()
    {
        With(settings, storeId);
        return Task.CompletedTask;
    }

    public Task SaveSettingAsync<T, TPropType>(T settings, Expression<Func<T, TPropType>> keySelector, int storeId = 0, bool clearCache = true)
        where T : ISettings, new()
    {
        Rows[(storeId, Named(keySelector).Name)] = Named(keySelector).GetValue(settings);
        return Task.CompletedTask;
    }

    public Task SaveSettingOverridablePerStoreAsync<T, TPropType>(
        T settings, Expression<Func<T, TPropType>> keySelector, bool overrideForStore, int storeId = 0, bool clearCache = true)
        where T : ISettings, new()
    {
        if (overrideForStore || storeId == 0)
            return SaveSettingAsync(settings, keySelector, storeId, clearCache);
        Rows.Remove((storeId, Named(keySelector).Name));
        return Task.CompletedTask;
    }

    public Task DeleteSettingAsync<T>()
        where T : ISettings, new() => throw new NotSupportedException("Nothing here deletes all settings.");

    public Task ClearCacheAsync()
    {
        Cleared++;
        return Task.CompletedTask;
    }

    private static PropertyInfo Named<T, TPropType>(Expression<Func<T, TPropType>> selector) => (PropertyInfo)((MemberExpression)selector.Body).Member;
}
