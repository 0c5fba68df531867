using MetaDsl;
using TorchSharp;
using static TorchSharp.torch;

namespace Omniglot;

/// <summary>
/// Characters of 50 alphabets, each drawn by 20 people: training sees the 30 background alphabets, and an evaluation the 20 others, so that
/// no alphabet is in both.
/// </summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class Characters
{
    /// <summary>Where the zips are, as they are published.</summary>
    public static string Folder { get; set; } = "";

    internal static Tensor TrainingClasses() => Read("images_background.zip");

    internal static Tensor TestClasses() => Read("images_evaluation.zip");

    // White strokes on black, 28 by 28, as few-shot papers have them.
    private static Tensor Read(string zip)
    {
        var characters = new OmniglotSource(Path.Combine(Folder, zip)) { Images = new() { Size = new(28, 28), Invert = true } }.Load();
        using var bytes = torch.tensor(characters.Bytes.ToArray(), [characters.ClassCount, characters.CountOf(0), 1, 28, 28]);
        using var numbers = bytes.to(ScalarType.Float32);
        return numbers.div(255);
    }
}
