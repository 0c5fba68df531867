using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>Derivatives that the compiler derives and writes out.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class CompileTimeMetaGradientTests(EmittedExperiments emitted) : MetaGradientContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.CompileTime;
}

/// <summary>Learners that adapt by gradients that the compiler has derived.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class CompileTimeAdaptationTests(EmittedExperiments emitted) : AdaptationContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.CompileTime;
}
