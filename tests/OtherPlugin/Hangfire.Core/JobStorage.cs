namespace Hangfire;

/// <summary>A stand-in: the one global that a careless second user of Hangfire would share.</summary>
public abstract class JobStorage
{
    /// <summary>The storage of "the" Hangfire in this process.</summary>
    public static JobStorage? Current { get; set; }
}
