using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Seeds the generators of all devices, and answers the CPU's.</summary>
    public static Generator manual_seed(long seed)
    {
        Done(Native.at_manual_seed(seed));
        return Generator.Default;
    }

    /// <summary>Seeds the generators of all devices with a number that nobody can predict, and answers it.</summary>
    public static long seed()
    {
        using var generator = Generator.Default;
        var seed = generator.seed();
        Done(Native.at_manual_seed(seed));
        return seed;
    }

    /// <summary>The number that the CPU's generator was last seeded with.</summary>
    public static long initial_seed()
    {
        using var generator = Generator.Default;
        return generator.initial_seed();
    }

    /// <summary>The state of the CPU's generator.</summary>
    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    /// <summary>The generators that are used where no other is given.</summary>
    public static partial class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
