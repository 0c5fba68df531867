using System;

namespace MetaDsl;

/// <summary>
/// How a trained experiment is judged: generates <c>Evaluate</c>, which adapts to new tasks and reports the error after each step.
/// </summary>
/// <example><code>[Evaluation(Tasks = 600, Steps = 10)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EvaluationAttribute : Attribute
{
    /// <summary>The number of new tasks, from 1.</summary>
    public int Tasks { get; set; } = 600;

    /// <summary>The gradient steps on each, from 1; those of the inner loop where this is left out.</summary>
    public int Steps { get; set; }
}
