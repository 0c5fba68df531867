using System.Reflection;

namespace MetaDsl;

/// <summary>An experiment that a program declares, not yet made.</summary>
internal sealed record ExperimentEntry(string Name, Type Type)
{
    /// <summary>The full name as C# writes it.</summary>
    public static string FullName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    /// <summary>Makes the experiment; what its constructor throws comes through as it is.</summary>
    public IExperiment Create(long seed) =>
        (IExperiment)Type.GetConstructor([typeof(long)])!.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [seed], culture: null);
}
