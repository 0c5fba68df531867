using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Behaviour;
using MetaDsl.Integration.Tests.Harness;

// Started by a test, as the second process: trains the usual experiment of a compiled file with a seed and prints the fingerprint.
var (file, seed) = (args[0], long.Parse(args[1]));
using var experiment = EmittedExperiments.Make(AssemblyLoadContext.Default.LoadFromAssemblyPath(file), Experiments.Usual, seed);
Console.WriteLine(Fingerprint.Of(experiment));
