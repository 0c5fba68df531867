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

    /// <summary>Records nothing at all on this thread until the result is disposed: tensors made meanwhile can never need a gradient.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();
        private bool ended;

        public GradMode(bool enabled) => Native.at_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose()
        {
            if (ended) return;
            ended = true;
            Native.at_set_grad_enabled(before ? 1 : 0);
        }
    }

    private sealed class InferenceMode : IDisposable
    {
        private readonly int thread = Environment.CurrentManagedThreadId;
        private void* guard;

        public InferenceMode(bool enabled)
        {
            void* made;
            Call.Done(Native.at_begin_inference_mode(enabled ? 1 : 0, &made), nameof(inference_mode));
            guard = made;
        }

        public void Dispose()
        {
            if (guard == null) return;
            if (Environment.CurrentManagedThreadId != thread)
            {
                throw new InvalidOperationException(
                    "inference_mode was begun on another thread; end it on the thread that began it, so do not hold it across an 'await'.");
            }

            Native.at_end_inference_mode(guard);
            guard = null;
        }
    }
}
