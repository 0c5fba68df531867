namespace MetaDsl.Generators.Parsing;

/// <summary>What an expression of a target stands for while it is read.</summary>
internal abstract record TargetValue;

/// <summary>A number that is known at once.</summary>
internal sealed record TargetNumber(double Value) : TargetValue;

/// <summary>A condition that is known at once.</summary>
internal sealed record TargetFlag(bool Value) : TargetValue;

/// <summary>A number of each example, by its step.</summary>
internal sealed record TargetResult(int Step) : TargetValue;

/// <summary>A condition on each example, by its step.</summary>
internal sealed record TargetMask(int Step) : TargetValue;

/// <summary>A drawn vector, by its step.</summary>
internal sealed record TargetVector(int Step, string Name, int Length) : TargetValue;
