using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Derivatives by libtorch's own gradient graph.</summary>
    public static partial class autograd
    {
        /// <summary>
        /// The gradients of the sum of <paramref name="outputs"/> (weighted by <paramref name="grad_outputs"/>) with respect to each of
        /// <paramref name="inputs"/>. With <paramref name="allow_unused"/>, null stands for an input that the outputs do not depend on.
        /// As in PyTorch, <paramref name="create_graph"/> also keeps the graph.
        /// </summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor> grad_outputs = null!,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            using var of = UseAll(outputs);
            using var by = UseAll(inputs);
            using var weights = UseAllOptional(grad_outputs);
            fixed (nint* ofPointers = of.Pointers, byPointers = by.Pointers, weightPointers = weights.Pointers)
            {
                return MadeListOrNull(Native.at_grad(
                    ofPointers,
                    of.Count,
                    byPointers,
                    by.Count,
                    weightPointers,
                    weights.Count,
                    Flag(retain_graph || create_graph),
                    Flag(create_graph),
                    Flag(allow_unused)));
            }
        }

        /// <summary>Adds the gradients of the tensors to the <c>grad</c> of every leaf, or of <paramref name="inputs"/> alone.</summary>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor> grad_tensors = null!,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!)
        {
            using var of = UseAll(tensors);
            using var weights = UseAllOptional(grad_tensors);
            using var by = UseAllOptional(inputs);
            fixed (nint* ofPointers = of.Pointers, byPointers = by.Pointers, weightPointers = weights.Pointers)
            {
                Done(Native.at_backward(
                    ofPointers,
                    of.Count,
                    weightPointers,
                    weights.Count,
                    Flag(retain_graph ?? create_graph),
                    Flag(create_graph),
                    byPointers,
                    by.Count));
            }
        }

        public static void backward(
            Tensor tensor,
            IList<Tensor> grad_tensors = null!,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!) =>
            backward([Given(tensor)], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor> inputs = null!) =>
            backward([Given(tensor)], [grad_tensor], retain_graph, create_graph, inputs);
    }

    public partial class Tensor
    {
        /// <summary>The gradient that <see cref="backward()"/> accumulated, or null.</summary>
        public Tensor? grad
        {
            get
            {
                using var self = Use(this);
                Produced result;
                Done(Native.at_gradient(self, &result));
                return result.Tensor == 0 ? null : Own(result);
            }

            set
            {
                using var self = Use(this);
                using var gradient = UseOptional(value);
                Done(Native.at_set_gradient(self, gradient));
            }
        }

        /// <summary>Whether gradients with respect to this tensor, or to something it was made from, can be asked for.</summary>
        public bool requires_grad
        {
            get
            {
                using var self = Use(this);
                return Native.at_requires_grad(self) != 0;
            }

            set
            {
                using var self = Use(this);
                Done(Native.at_set_requires_grad(self, Flag(value)));
            }
        }

        /// <summary>Whether no recorded operation made this tensor.</summary>
        public bool is_leaf
        {
            get
            {
                using var self = Use(this);
                return Native.at_is_leaf(self) != 0;
            }
        }

        public void backward() => autograd.backward(this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors!, retain_graph, create_graph, inputs!);

        public Tensor detach() => Unary(&Native.at_detach, this);

        public Tensor detach_() => UnaryInPlace(&Native.at_detach_, this);

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps <see cref="grad"/> of a tensor that is no leaf.</summary>
        public void retain_grad()
        {
            using var self = Use(this);
            Done(Native.at_retain_grad(self));
        }
    }
}
