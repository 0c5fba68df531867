using MetaDsl;
using TorchSharp;
using static TorchSharp.torch;

namespace Networks;

/// <summary>
/// Images that need no download: each class is a pattern of random pixels, and each example the pattern under noise.
/// </summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class NoisyPatterns
{
    internal static Tensor TrainingClasses() => Draw(classes: 60, seed: 1);

    internal static Tensor TestClasses() => Draw(classes: 20, seed: 2);

    private static Tensor Draw(int classes, long seed)
    {
        using var generator = new torch.Generator();
        generator.manual_seed(seed);
        using var patterns = torch.empty([classes, 1, 1, 28, 28]).normal_(0, 1, generator);
        var images = torch.empty([classes, 20, 1, 28, 28]).normal_(0, 1, generator);
        return images.add_(patterns);
    }
}
