using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>Derivatives that the compiler derives and writes out.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class CompileTimeTests(EmittedExperiments emitted) : MetaGradientContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.CompileTime;
}
