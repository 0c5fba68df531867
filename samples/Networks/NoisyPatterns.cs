using MetaDsl;
using TorchSharp;
using static TorchSharp.torch;

namespace Networks;

/// <summary>Images that need no download: each class is a pattern of random pixels, and each example the pattern under noise.</summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class NoisyPatterns
{
    internal static Tensor TrainingClasses() => Draw(classes: 60, [1, 28, 28], seed: 1);

    internal static Tensor TestClasses() => Draw(classes: 20, [1, 28, 28], seed: 2);

    internal static Tensor Draw(int classes, long[] shape, long seed)
    {
        using var generator = new torch.Generator();
        generator.manual_seed(seed);
        using var patterns = torch.empty([classes, 1, .. shape]).normal_(0, 1, generator);
        var images = torch.empty([classes, 20, .. shape]).normal_(0, 1, generator);
        return images.add_(patterns);
    }
}

/// <summary>The same in the size of mini-ImageNet's images.</summary>
[FewShot(ways: 5, shots: 1, Queries = 5)]
public partial class LargePatterns
{
    internal static Tensor TrainingClasses() => NoisyPatterns.Draw(classes: 20, [3, 84, 84], seed: 1);

    internal static Tensor TestClasses() => NoisyPatterns.Draw(classes: 10, [3, 84, 84], seed: 2);
}
