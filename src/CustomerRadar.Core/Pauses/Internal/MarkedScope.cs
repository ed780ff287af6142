namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>A scope of a row, with the mark of the settings that the row goes out under (<see cref="SettingsMark"/>).</summary>
internal readonly record struct MarkedScope(PauseScope Scope, string Settings);
