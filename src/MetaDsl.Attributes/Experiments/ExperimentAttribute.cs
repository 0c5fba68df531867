using System;

namespace MetaDsl;

/// <summary>
/// Makes the partial class an experiment: a network that is to learn a family of tasks. Generates its constructor and the methods
/// <c>Train</c>, <c>Evaluate</c>, <c>ShowTasks</c> and <c>Adapt</c>, which gives a learner with <c>Predict</c>. Needs an inner loop
/// (<see cref="MamlAttribute"/>) and an <see cref="OuterLoopAttribute"/> beside it.
/// </summary>
/// <typeparam name="TModel">The network, a class with <see cref="ModelAttribute"/>.</typeparam>
/// <typeparam name="TTasks">The tasks, a class with <see cref="RegressionTasksAttribute"/> or <see cref="FewShotAttribute"/>.</typeparam>
/// <example><code>[Experiment&lt;SineNet, Sinusoids&gt;]
/// [Maml(Steps = 1, LearningRate = 0.01)]
/// [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
/// public partial class SineMaml;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ExperimentAttribute<TModel, TTasks> : Attribute
    where TModel : class
    where TTasks : class;
