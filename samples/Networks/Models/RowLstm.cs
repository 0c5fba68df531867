using MetaDsl;

namespace Networks;

/// <summary>Reads an image row after row.</summary>
[Model, Input(1, 28, 28)]
[Reshape(28, 28), Lstm(64), Classifier]
public partial class RowLstm;
