using System.Collections.Generic;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Makes the body of a method and notes its constants.</summary>
internal delegate MethodBody BodyMaker(
    TensorProgram program,
    IReadOnlyCollection<string> reserved,
    IReadOnlyDictionary<string, string>? arguments = null,
    IReadOnlyCollection<string>? returned = null);

/// <summary>Prints adaptation and the gradient through it, by one of the ways to differentiate.</summary>
internal abstract class InnerLoopPrinter
{
    /// <summary>An expression of each task's weights after one more step, given <c>before</c>, <c>tasks</c> and the number of the <c>step</c>.</summary>
    public abstract string NextStep { get; }

    /// <summary>The line that keeps autograd from recording where nothing is to be recorded, with its line end; empty where it must.</summary>
    public abstract string Mode { get; }

    /// <summary>Writes <c>MetaGradient</c> and what it calls.</summary>
    public abstract void WriteMetaGradient();

    /// <summary>Writes <c>AdaptEach</c>: each task's weights after a number of steps.</summary>
    public abstract void WriteAdaptEach();

    /// <summary>Writes <c>PredictEach</c> and <c>ErrorOfEach</c>.</summary>
    public abstract void WritePrediction();

    /// <summary>Writes the members that only this way needs of the class of weights.</summary>
    public abstract void WriteWeightsMembers(SourceWriter members);
}
