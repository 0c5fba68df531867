using MetaDsl;

namespace Omniglot;

/// <summary>
/// Characters of 50 alphabets, each drawn by 20 people: training sees the 30 background alphabets, and an evaluation the 20 others, so that
/// no alphabet is in both.
/// </summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
[Omniglot, Resize(28), Invert]
public partial class Characters;
