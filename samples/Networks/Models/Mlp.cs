using MetaDsl;

namespace Networks;

/// <summary>Two hidden layers over the pixels in a row.</summary>
[Model, Input(1, 28, 28)]
[Flatten]
[Linear(64), Relu]
[Linear(64), Relu]
[Classifier]
public partial class Mlp;
