using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_sort(self, dim, Flag(descending), Flag(stable), results), results);
        }

        public Tensor argsort(long dim = -1, bool descending = false)
        {
            using var self = Use(this);
            return Made(Native.at_argsort(self, dim, Flag(descending)));
        }

        public Tensor msort() => Unary(&Native.at_msort, this);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_topk(self, k, dim, Flag(largest), Flag(sorted), results), results);
        }

        /// <summary>The distinct elements; null stands for the inverse and the counts where they are not asked for.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[3];
            Done(Native.at_unique(self, Flag(sorted), Flag(return_inverse), Flag(return_counts), dim ?? 0, Flag(dim.HasValue), results));
            return (Own(results[0]), OwnIfMade(results[1]), OwnIfMade(results[2]));
        }

        /// <summary>Every run of equal elements as one; null stands for the inverse and the counts where they are not asked for.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[3];
            Done(Native.at_unique_consecutive(self, Flag(return_inverse), Flag(return_counts), dim ?? 0, Flag(dim.HasValue), results));
            return (Own(results[0]), OwnIfMade(results[1]), OwnIfMade(results[2]));
        }

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false)
        {
            using var self = Use(this);
            using var edges = Use(boundaries);
            return Made(Native.at_bucketize(self, edges, Flag(outInt32), Flag(right)));
        }

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false)
        {
            using var self = Use(this);
            using var among = Use(test_elements);
            return Made(Native.at_isin(self, among, Flag(assumeUnique), Flag(invert)));
        }

        private static Tensor OwnIfMade(Produced produced) => produced.Tensor == 0 ? null! : Own(produced);
    }
}
