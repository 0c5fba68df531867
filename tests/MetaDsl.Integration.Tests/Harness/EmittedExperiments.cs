using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Behaviour;
using MetaDsl.Integration.Tests.Contract;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>All experiments of the tests, compiled together once a strategy: a compilation for each would take minutes.</summary>
public sealed class EmittedExperiments
{
    private readonly ConcurrentDictionary<DerivativeStrategy, Lazy<Assembly>> assemblies = new();

    internal Emitted Make(Declaration declaration, DerivativeStrategy strategy = DerivativeStrategy.CompileTime, long seed = 0)
    {
        var assembly = assemblies.GetOrAdd(strategy, _ => new(() => Compile(strategy))).Value;
        return Make(assembly, declaration, seed);
    }

    internal static Emitted Make(Assembly assembly, Declaration declaration, long seed) =>
        new((IProbe)Activator.CreateInstance(assembly.GetType(declaration.Name, throwOnError: true)!, seed)!, declaration);

    private static Assembly Compile(DerivativeStrategy strategy)
    {
        var experiments = strategy == DerivativeStrategy.CompileTime ? Experiments.All : Experiments.Common;
        var declarations = MetaCase.All.SelectMany(one => one.Declarations).Concat(experiments);
        using var image = Compiler.Compile($"Emitted{strategy}", declarations.Select(declaration => declaration.ToSource(strategy)));
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}

/// <summary>The experiments are shared, and what the whole process holds is counted: tests that run them take turns.</summary>
[CollectionDefinition(nameof(EmittedExperiments), DisableParallelization = true)]
public sealed class EmittedCollection : ICollectionFixture<EmittedExperiments>;
