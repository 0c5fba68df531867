using System.Runtime.InteropServices;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace EpisodesBench;

// A user's part of the generated class: sampling is private to training, and so it is here that it can be timed and checked by itself.
public partial class Conv4Maml
{
    public const int TasksOfBatch = MetaBatch;

    /// <summary>Makes the tasks of an iteration as training does, and lets go of them.</summary>
    public void Sample(long batch)
    {
        using var mode = torch.inference_mode();
        using var tasks = SampleTasks(SeedOf("bench", batch), MetaBatch);
    }

    /// <summary>Leaves the tasks of an iteration for check.py: images and labels, the support and then the queries.</summary>
    public void Check(string path)
    {
        using var mode = torch.inference_mode();
        using var tasks = SampleTasks(SeedOf("bench", 0), MetaBatch);
        using var file = File.Create(path);
        foreach (var tensor in (Tensor[])[tasks.SupportX, tasks.SupportY, tasks.QueryX, tasks.QueryY])
        {
            using var data = tensor.data<float>();
            file.Write(MemoryMarshal.AsBytes<float>(data.ToArray()));
        }
    }
}
