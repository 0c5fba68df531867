using MetaDsl.LibTorch;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static bool is_grad_enabled() => Native.at_is_grad_enabled() != 0;

    public static bool is_inference_mode_enabled() => Native.at_is_inference_mode_enabled() != 0;

    /// <summary>Records no gradient graph on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>
    /// Records nothing at all on this thread until the result is disposed: tensors made meanwhile can never need a gradient.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    // libtorch keeps modes a thread, and they end in the reverse order of their beginning.
    private abstract class Mode : IDisposable
    {
        [ThreadStatic]
        private static Mode? innermost;

        private readonly int thread = Environment.CurrentManagedThreadId;
        private readonly Mode? outer = innermost;
        private bool ended;

        protected void Begun() => innermost = this;

        public void Dispose()
        {
            if (ended) return;
            if (Environment.CurrentManagedThreadId != thread)
            {
                throw new InvalidOperationException(
                    "This gradient mode was begun on another thread; end it on the thread that began it, "
                    + "so do not hold it across an 'await'.");
            }

            if (innermost != this)
            {
                throw new InvalidOperationException(
                    "A gradient mode that was begun later has not ended yet; end the modes in the reverse order of their beginning.");
            }

            ended = true;
            innermost = outer;
            End();
        }

        protected abstract void End();
    }

    private sealed class GradMode : Mode
    {
        private readonly bool before = is_grad_enabled();

        public GradMode(bool enabled)
        {
            Native.at_set_grad_enabled(enabled ? 1 : 0);
            Begun();
        }

        protected override void End() => Native.at_set_grad_enabled(before ? 1 : 0);
    }

    private sealed class InferenceMode : Mode
    {
        private readonly void* guard;

        public InferenceMode(bool enabled)
        {
            void* made;
            Call.Done(Native.at_begin_inference_mode(enabled ? 1 : 0, &made), nameof(inference_mode));
            guard = made;
            Begun();
        }

        protected override void End() => Native.at_end_inference_mode(guard);
    }
}
