using MetaDsl.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost scope that the calling thread has open, or null.</summary>
    public static DisposeScope CurrentDisposeScope => ThreadLedger.Current.Scope!;

    /// <summary>Opens a scope: <c>using var scope = torch.NewDisposeScope();</c></summary>
    public static DisposeScope NewDisposeScope() => new(ThreadLedger.Current);

    /// <summary>Runs an expression in a scope of its own, and lets only its result out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }

    public partial class Tensor
    {
        /// <summary>Hands this tensor over to the scope around its own, so that it outlives its own.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            scope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (scope is { } from) from.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(Call.Given(other).scope);

        /// <summary>Takes this tensor out of its scope; whoever holds it disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            scope?.Detach(this);
            return this;
        }
    }
}
