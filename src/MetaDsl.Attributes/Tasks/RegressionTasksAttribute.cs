using System;

namespace MetaDsl;

/// <summary>
/// Declares a family of functions to regress. By convention the drawn property <c>X</c> (or <c>X1</c>, <c>X2</c>, ... for several inputs)
/// is drawn for each example, any other drawn property once a task, and the property <c>Y</c> computes the target: an expression, or
/// statements with locals, conditions and loops of constant length, with other properties and methods of the class. It is translated to
/// tensor code that makes all tasks of a meta-batch at once, in which both branches of a condition are computed. A ready family, such as
/// <see cref="SinusoidAttribute"/>, stands for the properties; with <see cref="TableAttribute"/> the examples are those of a table.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 10)]
/// public partial class Lines
/// {
///     [Normal(0.0, 1.0)]   double Slope { get; }
///     [Uniform(-1.0, 1.0)] double X     { get; }
///     double Y => Slope * X;
/// }</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RegressionTasksAttribute : Attribute
{
    /// <summary>The examples of a task from which its learner adapts. Required.</summary>
    public int Shots { get; set; }

    /// <summary>
    /// The examples of a task on which the adapted learner is judged in training. Required. An evaluation of functions judges at 100
    /// points, even ones where there is one input and it is uniform.
    /// </summary>
    public int Queries { get; set; }
}
