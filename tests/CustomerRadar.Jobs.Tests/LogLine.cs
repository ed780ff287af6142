using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Tests;

internal sealed record LogLine(int EventId, LogLevel Level, string Text, Exception? Exception);
