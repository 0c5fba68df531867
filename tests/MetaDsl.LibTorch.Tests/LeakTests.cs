using System.Diagnostics;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

[Collection(nameof(Alone))]
public class LeakTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public void A_million_operations_on_several_threads_end_with_as_many_tensors_as_before()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        var thrown = 0;
        using (var shared = torch.ones([8]))
        {
            var threads = Enumerable.Range(0, 4).Select(seed => new Thread(() => Interlocked.Add(ref thrown, Mix(shared, seed, 250_000)))).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
        }

        TensorMemory.Collect();
        Assert.InRange(thrown, 80_000, 120_000);
        Assert.Equal(before, TensorMemory.LiveTensors);
    }

    [Fact]
    public void Undisposed_tensors_do_not_pile_up_in_memory()
    {
        TensorMemory.Collect();
        var most = 0L;
        for (var i = 0; i < 2000; i++)
        {
            Drop(torch.ones([Megabyte / sizeof(float)]));
            most = Math.Max(most, TensorMemory.LiveBytes);
        }

        Assert.True(most < 300L * Megabyte, $"{most / Megabyte} MB of abandoned tensors were alive at once");
        Assert.True(Process.GetCurrentProcess().WorkingSet64 < 1200L * Megabyte);
    }

    [Fact]
    public void Undisposed_tensors_that_a_graph_shares_do_not_pile_up_either()
    {
        TensorMemory.Collect();
        using var x = torch.ones([Megabyte / sizeof(float)], requires_grad: true);
        var most = 0L;
        for (var i = 0; i < 500; i++)
        {
            Drop(x.exp());
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
        }

        Assert.True(most < 1200L * Megabyte, $"{most / Megabyte} MB were held at once");
    }

    [Fact]
    public void A_finaliser_may_dispose_use_and_revive_tensors()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        for (var i = 0; i < 200; i++) Abandon();
        TensorMemory.Collect();
        TensorMemory.Collect();
        foreach (var revived in Owner.Revived) Assert.True(Record.Exception(() => revived.sum().Dispose()) is null or ObjectDisposedException);
        foreach (var revived in Owner.Revived) revived.Dispose();
        Owner.Revived.Clear();
        TensorMemory.Collect();
        Assert.Equal(before, TensorMemory.LiveTensors);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Abandon() => GC.KeepAlive(new Owner());
    }

    private sealed class Owner
    {
        public static readonly List<torch.Tensor> Revived = [];

        private readonly torch.Tensor disposed = torch.ones([10]);
        private readonly torch.Tensor used = torch.ones([10]);

        ~Owner()
        {
            disposed.Dispose();
            used.add(used).Dispose();
            Revived.Add(used);
        }
    }

    [Fact]
    public void A_disposed_binary_operation_allocates_at_most_40_bytes()
    {
        using var a = torch.ones([8]);
        using var b = torch.ones([8]);
        for (var i = 0; i < 1000; i++) a.add(b).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) a.add(b).Dispose();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0, 0, 40);
    }

    [Fact]
    public void Live_bytes_follow_the_storage_and_views_bring_none()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveBytes;
        using (var big = torch.zeros([1000, 1000]))
        {
            Assert.Equal(before + (4 * 1000 * 1000), TensorMemory.LiveBytes);
            using var view = big.t();
            Assert.Equal(before + (4 * 1000 * 1000), TensorMemory.LiveBytes);
        }

        Assert.Equal(before, TensorMemory.LiveBytes);
    }

    [Fact]
    public void A_tensor_disposed_by_one_thread_while_others_use_it_is_either_used_or_refused()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        var wrong = 0;
        for (var round = 0; round < 2000; round++)
        {
            var victim = torch.ones([64]);
            using var start = new Barrier(3);
            void User()
            {
                start.SignalAndWait();
                try
                {
                    for (var i = 0; i < 20; i++)
                    {
                        using var doubled = victim.add(victim);
                        using var sum = doubled.sum();
                        if (sum.ToSingle() != 128) Interlocked.Increment(ref wrong);
                    }
                }
                catch (ObjectDisposedException)
                {
                    // Refused, as it should be from the moment on when the other thread disposes it.
                }
            }

            var users = new[] { new Thread(User), new Thread(User) };
            foreach (var user in users) user.Start();
            start.SignalAndWait();
            Thread.SpinWait(round);
            victim.Dispose();
            foreach (var user in users) user.Join();
        }

        TensorMemory.Collect();
        Assert.Equal(0, wrong);
        Assert.Equal(before, TensorMemory.LiveTensors);
    }

    [Fact]
    public void Counts_of_threads_that_have_ended_are_kept()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        var made = new List<torch.Tensor>();
        var maker = new Thread(() => made.Add(torch.ones([3])));
        maker.Start();
        maker.Join();
        maker = null;
        TensorMemory.Collect();
        Assert.Equal(before + 1, TensorMemory.LiveTensors);
        made[0].Dispose();
        Assert.Equal(before, TensorMemory.LiveTensors);
    }

    // A tenth of the operations throws, a tenth of the results is left to the finaliser.
    private static int Mix(torch.Tensor shared, int seed, int count)
    {
        var random = new Random(seed);
        var thrown = 0;
        using var three = torch.ones([3]);
        using var matrix = torch.ones([4, 4]);
        for (var i = 0; i < count; i++)
        {
            var choice = random.Next(10);
            if (choice == 0)
            {
                try
                {
                    shared.add(three).Dispose();
                }
                catch (TorchException)
                {
                    thrown++;
                }
            }
            else if (choice == 1)
            {
                Drop(shared.mul(shared));
            }
            else
            {
                using var result = choice switch
                {
                    2 => shared.sum(),
                    3 => matrix.mm(matrix),
                    4 => shared.view(2, 4),
                    5 => shared + 1f,
                    6 => torch.zeros(8),
                    _ => shared.add(shared),
                };
            }
        }

        return thrown;
    }

    // In a method of its own, so that no stack slot keeps the tensor alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(torch.Tensor tensor) => Assert.False(tensor.IsInvalid);
}
