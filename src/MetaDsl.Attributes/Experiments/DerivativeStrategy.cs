namespace MetaDsl;

/// <summary>The ways to compute a gradient.</summary>
public enum DerivativeStrategy
{
    /// <summary>Derived by the compiler and written out as tensor code: nothing is recorded while the experiment runs.</summary>
    CompileTime,

    /// <summary>By <c>torch.autograd</c>, which records the forward pass and plays it backwards.</summary>
    Autograd,
}
