using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>Derivatives by <c>torch.autograd</c>.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class AutogradMetaGradientTests(EmittedExperiments emitted) : MetaGradientContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.Autograd;
}

/// <summary>Learners that adapt by gradients of <c>torch.autograd</c>.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class AutogradAdaptationTests(EmittedExperiments emitted) : AdaptationContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.Autograd;
}
