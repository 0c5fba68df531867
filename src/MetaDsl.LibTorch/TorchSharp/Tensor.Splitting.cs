using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>Pieces of <paramref name="size"/> elements along a dimension; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            using var self = Use(this);
            return MadeList(Native.at_split(self, size, dim));
        }

        /// <summary>Pieces of the given sizes, which add up to the size of the dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            using var self = Use(this);
            fixed (long* pointer = sizes) return MadeList(Native.at_split_with_sizes(self, pointer, sizes.Length, dim));
        }

        public Tensor[] split(long[] sizes, long dim = 0) => split(Numbers(sizes), dim);

        public Tensor[] split(params long[] sizes) => split(Numbers(sizes));

        public Tensor[] chunk(long chunks, long dim = 0)
        {
            using var self = Use(this);
            return MadeList(Native.at_chunk(self, chunks, dim));
        }

        /// <summary>As many pieces as <paramref name="size"/> says, of sizes that differ by one at most.</summary>
        public Tensor[] tensor_split(long size, long dim = 0)
        {
            using var self = Use(this);
            return MadeList(Native.at_tensor_split(self, size, dim));
        }

        /// <summary>The pieces between the given positions.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0)
        {
            using var self = Use(this);
            var positions = Numbers(sizes);
            fixed (long* pointer = positions) return MadeList(Native.at_tensor_split_at(self, pointer, positions.Length, dim));
        }

        /// <summary>As many pieces as a single number says, or the pieces between the positions that a vector lists.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0)
        {
            using var self = Use(this);
            using var positions = Use(indices);
            return MadeList(Native.at_tensor_split_tensor(self, positions, dim));
        }

        /// <summary>As many equal pieces of each row as <paramref name="size"/> says.</summary>
        public Tensor[] hsplit(long size) => Cut('h', size);

        /// <summary>The pieces of each row between the given positions.</summary>
        public Tensor[] hsplit(params long[] sizes) => Cut('h', Numbers(sizes));

        public Tensor[] hsplit(Tensor indices) => Cut('h', indices);

        /// <summary>As many equal groups of rows as <paramref name="size"/> says.</summary>
        public Tensor[] vsplit(long size) => Cut('v', size);

        /// <summary>The groups of rows between the given positions.</summary>
        public Tensor[] vsplit(params long[] sizes) => Cut('v', Numbers(sizes));

        public Tensor[] vsplit(Tensor indices) => Cut('v', indices);

        /// <summary>As many equal pieces along the third dimension as <paramref name="size"/> says.</summary>
        public Tensor[] dsplit(long size) => Cut('d', size);

        /// <summary>The pieces along the third dimension between the given positions.</summary>
        public Tensor[] dsplit(params long[] sizes) => Cut('d', Numbers(sizes));

        public Tensor[] dsplit((long, long) indices_or_sections) => Cut('d', [indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            Cut('d', [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            Cut('d', [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        public Tensor[] dsplit(Tensor indices) => Cut('d', indices);

        public Tensor[] unbind(long dimension = 0)
        {
            using var self = Use(this);
            return MadeList(Native.at_unbind(self, dimension));
        }

        private Tensor[] Cut(char direction, long sections, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            return MadeList(Native.at_cut(self, sections, direction), operation);
        }

        private Tensor[] Cut(char direction, ReadOnlySpan<long> positions, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            fixed (long* pointer = positions) return MadeList(Native.at_cut_at(self, pointer, positions.Length, direction), operation);
        }

        private Tensor[] Cut(char direction, Tensor indices, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            using var positions = Use(indices);
            return MadeList(Native.at_cut_tensor(self, positions, direction), operation);
        }
    }
}
