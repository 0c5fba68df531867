using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Algorithms;

/// <summary>How gradients are computed, and why where the compiler has chosen other than usual.</summary>
internal sealed record Plan(DerivativeStrategy Strategy, string Reason = "");

/// <summary>
/// Chooses how gradients are computed where the user does not say. Derivatives at compile time are faster for nearly all networks; what is
/// listed here was measured to be slower on a CPU (<c>bench/strategies</c>), where libtorch's backward passes have kernels of their own
/// that nothing else reaches.
/// </summary>
internal static class Planner
{
    // From this share of a network's operations on, its slow layers decide: with a tenth in them, a network of depthwise convolutions ran
    // as fast either way in second order, and by a tenth faster by autograd in first.
    private const double DecidingShare = 1 / 8.0;
    private const double DecidingShareInFirstOrder = 1 / 16.0;

    // Of one task's scores, forward, backward and along a direction, the caches hold those of shorter sequences.
    private const int LongSequence = 128;
    private const int LongSequenceInFirstOrder = 64;

    public static Plan Choose(ExperimentSpec spec, Maml maml)
    {
        if (spec.Derivatives is { } said) return new(said);
        // What was measured is a CPU; and autograd keeps all that it has recorded.
        if (spec.Device.Device != "cpu" || spec.Inner.Memory != InnerMemory.Automatic || maml.Recomputes)
        {
            return new(DerivativeStrategy.CompileTime);
        }

        var all = maml.Network.Rows.Sum(row => row.Work);
        var slow = maml.Network.Rows
            .Select(row => (Kind: Slow(row, maml.IsSecondOrder), row.Work))
            .Where(row => row.Kind.Length > 0)
            .GroupBy(row => row.Kind)
            .OrderByDescending(kind => kind.Sum(row => row.Work))
            .ToArray();
        var share = maml.IsSecondOrder ? DecidingShare : DecidingShareInFirstOrder;
        return slow.Length == 0 || slow.Sum(kind => kind.Sum(row => row.Work)) < share * all
            ? new(DerivativeStrategy.CompileTime)
            : new(DerivativeStrategy.Autograd, slow[0].Key);
    }

    // What is faster by autograd, in words; empty where nothing is.
    private static string Slow(LayerRow row, bool isSecondOrder) => row.Layer switch
    {
        Conv { Groups: > 1 } conv when conv.Groups == row.Input.Sizes[0] => "depthwise convolutions",
        Conv { Dilation: > 1, Kernel: > 1 } => "dilated convolutions",
        Attention when row.Input.Sizes[0] >= (isSecondOrder ? LongSequence : LongSequenceInFirstOrder) => "attention over long sequences",
        _ => "",
    };
}
