using Nop.Core.Domain.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Logging;

/// <summary>One entry for the store's log.</summary>
internal sealed record StoreLogEntry(LogLevel Level, string Text, string Details);
