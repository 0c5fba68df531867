namespace MetaDsl;

/// <summary>
/// Tasks of different sizes in tables of one size, [task, slot]. Slots that a task does not fill repeat its examples from the first on, so
/// that statistics over all slots are about those of the task, and have a weight of zero; the weights of a task have a mean of one.
/// </summary>
public sealed class PaddedTasks
{
    internal PaddedTasks(int tasks, int supportSlots, int querySlots)
    {
        Support = new Slots(tasks, supportSlots);
        Query = new Slots(tasks, querySlots);
    }

    /// <summary>The examples to adapt to.</summary>
    public Slots Support { get; }

    /// <summary>The examples to be judged on.</summary>
    public Slots Query { get; }

    internal void Set(int task, Episode episode)
    {
        Support.Set(task, episode.SupportRows, episode.SupportLabels);
        Query.Set(task, episode.QueryRows, episode.QueryLabels);
    }

    /// <summary>Which of <paramref name="count"/> examples is in each slot.</summary>
    public static long[] Places(long count, int slots)
    {
        var places = new long[slots];
        for (var slot = 0; slot < slots; slot++) places[slot] = slot % count;
        return places;
    }

    /// <summary>What each slot counts where there are <paramref name="count"/> examples.</summary>
    public static double[] Weights(long count, int slots)
    {
        var weights = new double[slots];
        weights.AsSpan(0, (int)count).Fill((double)slots / count);
        return weights;
    }

    /// <summary>What is in the slots of each task, one task after the other.</summary>
    public sealed class Slots
    {
        private readonly int each;

        internal Slots(int tasks, int each) =>
            (this.each, Rows, Labels, Weights) = (each, new long[tasks * each], new long[tasks * each], new double[tasks * each]);

        /// <summary>The row of each example.</summary>
        public long[] Rows { get; }

        /// <summary>The label of each example, from 0.</summary>
        public long[] Labels { get; }

        /// <summary>What each example counts; the mean of a task is 1.</summary>
        public double[] Weights { get; }

        internal void Set(int task, ReadOnlySpan<long> rows, ReadOnlySpan<long> labels)
        {
            var places = Places(rows.Length, each);
            for (var slot = 0; slot < each; slot++)
            {
                Rows[(task * each) + slot] = rows[(int)places[slot]];
                Labels[(task * each) + slot] = labels[(int)places[slot]];
            }

            PaddedTasks.Weights(rows.Length, each).CopyTo(Weights, task * each);
        }
    }
}
