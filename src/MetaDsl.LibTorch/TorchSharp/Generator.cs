using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A source of random numbers with a state of its own. Threads may share one; they then draw in no particular order.</summary>
    public class Generator : IDisposable
    {
        internal readonly GeneratorHandle handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            this.device.RequirePresent();
            nint source;
            Done(Native.at_new_generator((long)seed, (int)this.device.type, this.device.index, &source), nameof(Generator));
            handle = new GeneratorHandle(source);
        }

        private Generator(nint source)
        {
            device = CPU;
            handle = new GeneratorHandle(source);
        }

        /// <summary>The CPU's own generator, used where no other is given; disposing this reference to it does not end it.</summary>
        public static Generator Default
        {
            get
            {
                nint source;
                Done(Native.at_default_generator(&source));
                return new Generator(source);
            }
        }

        public Device device { get; }

        public Generator manual_seed(long seed)
        {
            using var self = BorrowedGenerator.From(this);
            Done(Native.at_generator_manual_seed(self, seed));
            return this;
        }

        /// <summary>Seeds the generator with a number that nobody can predict, and answers it.</summary>
        public long seed()
        {
            using var self = BorrowedGenerator.From(this);
            long result;
            Done(Native.at_generator_seed(self, &result));
            return result;
        }

        /// <summary>The number that the generator was last seeded with.</summary>
        public long initial_seed()
        {
            using var self = BorrowedGenerator.From(this);
            long result;
            Done(Native.at_generator_initial_seed(self, &result));
            return result;
        }

        public Tensor get_state()
        {
            using var self = BorrowedGenerator.From(this);
            return Made(Native.at_generator_get_state(self));
        }

        public void set_state(Tensor value)
        {
            using var self = BorrowedGenerator.From(this);
            using var state = Use(value);
            Done(Native.at_generator_set_state(self, state));
        }

        public void Dispose()
        {
            handle.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
