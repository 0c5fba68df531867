namespace MetaDsl.Generators.Specs;

/// <summary>How classes are parted into training, validation and test.</summary>
internal abstract record SplitSpec;

/// <summary>By counts; without a seed in the order of the set.</summary>
internal sealed record CountSplitSpec(int Train, int Validation, int Test, long? Seed) : SplitSpec;

internal sealed record ShareSplitSpec(double Train, double Validation, double Test, long Seed) : SplitSpec;

internal sealed record GroupSplitSpec(EquatableArray<string> Train, EquatableArray<string> Validation, EquatableArray<string> Test)
    : SplitSpec;

/// <summary>By files of class names; those that are not given are empty.</summary>
internal sealed record ListSplitSpec(string Train, string Validation, string Test) : SplitSpec;
