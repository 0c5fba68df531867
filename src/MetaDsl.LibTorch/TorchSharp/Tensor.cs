using MetaDsl.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A multi-dimensional array on a device, with its place in the gradient graph.</summary>
    public partial class Tensor : IDisposable
    {
        internal TensorHandle? handle;
        internal DisposeScope? scope;

        private Tensor(TensorHandle handle, DisposeScope? scope)
        {
            this.handle = handle;
            this.scope = scope;
        }

        /// <summary>Wraps a reference that native code has handed over, and enters it in the open dispose scope.</summary>
        internal static Tensor Own(Produced produced)
        {
            var thread = ThreadLedger.Current;
            var scope = thread.Scope;
            var tensor = new Tensor(TensorHandle.Rent(produced, thread), scope);
            scope?.Enter(tensor);
            return tensor;
        }

        /// <summary>True once the tensor has been disposed.</summary>
        public bool IsInvalid => handle is null;

        /// <summary>How many tensors are alive in this process.</summary>
        public static long TotalCount => TensorMemory.LiveTensors;

        public void Dispose()
        {
            var owned = Interlocked.Exchange(ref handle, null);
            if (owned is null) return;
            owned.LetGo();
            scope?.Leave(this);
        }
    }
}
