namespace MetaDsl.Generators.Parsing;

/// <summary>What an expression in a method <c>Forward</c> stands for while it is read.</summary>
internal abstract record ForwardValue;

/// <summary>A tensor by its place among the steps: 0 is what <c>Forward</c> is given.</summary>
internal sealed record ForwardTensor(int Step) : ForwardValue;

/// <summary>A number that is known at once.</summary>
internal sealed record ForwardNumber(double Value) : ForwardValue;
