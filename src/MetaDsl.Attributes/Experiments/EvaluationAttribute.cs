using System;

namespace MetaDsl;

/// <summary>
/// How a trained experiment is judged: <c>Evaluate</c> adapts to so many new tasks and reports the error, or the accuracy, after each of so
/// many steps. Without it to 600 tasks, with the steps of the inner loop.
/// </summary>
/// <example><code>[Evaluation(Tasks = 600, Steps = 10)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EvaluationAttribute : Attribute
{
    /// <summary>The number of new tasks, from 1.</summary>
    public int Tasks { get; set; } = 600;

    /// <summary>The gradient steps on each, from 1; those of the inner loop where this is left out. Above 100 is a warning.</summary>
    public int Steps { get; set; }
}
