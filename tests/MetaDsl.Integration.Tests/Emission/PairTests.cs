using static MetaDsl.Integration.Tests.Emission.Pair;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>What each attribute changes, shown by one method.</summary>
public sealed class PairTests
{
    [Fact]
    public void A_step_follows_the_gradient_by_the_inner_rate() => Generate().ShouldEmit("Descend", """
        private static Weights Descend(Weights weights, Weights gradient) => new()
        {
            Hidden1Weight = weights.Hidden1Weight.add(gradient.Hidden1Weight, MinusInnerLearningRate),
            Hidden1Bias = weights.Hidden1Bias.add(gradient.Hidden1Bias, MinusInnerLearningRate),
            OutputWeight = weights.OutputWeight.add(gradient.OutputWeight, MinusInnerLearningRate),
            OutputBias = weights.OutputBias.add(gradient.OutputBias, MinusInnerLearningRate),
        };
        """);

    [Fact]
    public void Relu_needs_no_more_than_its_own_result() => Generate().ShouldEmit("Forward", """
        private static Activations Forward(Weights weights, Tensor x)
        {
            using var hidden1WeightTransposed = weights.Hidden1Weight.transpose(1, 2);
            var hidden1 = x.mul(hidden1WeightTransposed);
            using var hidden1Bias = weights.Hidden1Bias.view(-1, 1, 3);
            hidden1.add_(hidden1Bias);
            hidden1.relu_();
            using var predictionProductTerms = hidden1.mul(weights.OutputWeight);
            var prediction = predictionProductTerms.sum(dim: 2, keepdim: true);
            using var outputBias = weights.OutputBias.view(-1, 1, 1);
            prediction.add_(outputBias);

            return new Activations
            {
                Hidden1 = hidden1,
                Prediction = prediction,
            };
        }
        """);

    [Fact]
    public void Tanh_takes_the_place_of_relu() => Generate("Relu", "Tanh").ShouldEmit("Forward", """
        private static Activations Forward(Weights weights, Tensor x)
        {
            using var hidden1WeightTransposed = weights.Hidden1Weight.transpose(1, 2);
            var hidden1 = x.mul(hidden1WeightTransposed);
            using var hidden1Bias = weights.Hidden1Bias.view(-1, 1, 3);
            hidden1.add_(hidden1Bias);
            hidden1.tanh_();
            using var predictionProductTerms = hidden1.mul(weights.OutputWeight);
            var prediction = predictionProductTerms.sum(dim: 2, keepdim: true);
            using var outputBias = weights.OutputBias.view(-1, 1, 1);
            prediction.add_(outputBias);

            return new Activations
            {
                Hidden1 = hidden1,
                Prediction = prediction,
            };
        }
        """);

    [Fact]
    public void A_leaky_relu_has_its_slope_as_a_constant() => Generate("Relu", "LeakyRelu(Slope = 0.2)").ShouldEmit("Forward", """
        private static Activations Forward(Weights weights, Tensor x)
        {
            using var hidden1WeightTransposed = weights.Hidden1Weight.transpose(1, 2);
            var hidden1Sum = x.mul(hidden1WeightTransposed);
            using var hidden1Bias = weights.Hidden1Bias.view(-1, 1, 3);
            hidden1Sum.add_(hidden1Bias);
            var hidden1 = hidden1Sum.leaky_relu(Factor0_2);
            using var predictionProductTerms = hidden1.mul(weights.OutputWeight);
            var prediction = predictionProductTerms.sum(dim: 2, keepdim: true);
            using var outputBias = weights.OutputBias.view(-1, 1, 1);
            prediction.add_(outputBias);

            return new Activations
            {
                Hidden1Sum = hidden1Sum,
                Hidden1 = hidden1,
                Prediction = prediction,
            };
        }
        """);

    [Fact]
    public void A_second_layer_is_a_product_a_task() => Generate(
        "[Linear(3), Relu]", "[Linear(3), Relu, Linear(2), Relu]").ShouldEmit("Forward", """
        private static Activations Forward(Weights weights, Tensor x)
        {
            using var hidden1WeightTransposed = weights.Hidden1Weight.transpose(1, 2);
            var hidden1 = x.mul(hidden1WeightTransposed);
            using var hidden1Bias = weights.Hidden1Bias.view(-1, 1, 3);
            hidden1.add_(hidden1Bias);
            hidden1.relu_();
            using var hidden2WeightTransposed = weights.Hidden2Weight.transpose(1, 2);
            var hidden2 = hidden1.bmm(hidden2WeightTransposed);
            using var hidden2Bias = weights.Hidden2Bias.view(-1, 1, 2);
            hidden2.add_(hidden2Bias);
            hidden2.relu_();
            using var predictionProductTerms = hidden2.mul(weights.OutputWeight);
            var prediction = predictionProductTerms.sum(dim: 2, keepdim: true);
            using var outputBias = weights.OutputBias.view(-1, 1, 1);
            prediction.add_(outputBias);

            return new Activations
            {
                Hidden1 = hidden1,
                Hidden2 = hidden2,
                Prediction = prediction,
            };
        }
        """);

    [Fact]
    public void First_order_sums_the_query_gradients() => Generate(
        "0.01)", "0.01, Order = GradientOrder.First)").ShouldEmit("MetaGradient", """
        private LossGradient MetaGradient(Tasks tasks)
        {
            using var adapted = AdaptEach(tasks, InnerSteps);
            using var query = FindQueryGradient(adapted, tasks);
            return new LossGradient { Loss = query.Loss.alias(), Gradient = query.Gradient.SumOverTasks() };
        }
        """);

    [Fact]
    public void One_step_is_gone_back_through_alone() => Generate().ShouldEmit("MetaGradient", """
        private LossGradient MetaGradient(Tasks tasks)
        {
            using var step = TakeFirstStep(weights, tasks);
            using var query = FindQueryGradient(step.Adapted, tasks);
            return new LossGradient { Loss = query.Loss.alias(), Gradient = BackThroughFirstStep(weights, step, tasks, query.Gradient) };
        }
        """);

    [Fact]
    public void Several_steps_are_gone_back_through_one_by_one() => Generate("Steps = 1", "Steps = 4").ShouldEmit("MetaGradient", """
        private LossGradient MetaGradient(Tasks tasks)
        {
            using var first = TakeFirstStep(weights, tasks);
            var later = new InnerStep[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = TakeStep(i == 0 ? first.Adapted : later[i - 1].Adapted, tasks);

            var query = FindQueryGradient(later[^1].Adapted, tasks);
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                using var step = later[i];
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1].Adapted, step, tasks, ahead);
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = BackThroughFirstStep(weights, first, tasks, last) };
        }
        """);

    [Fact]
    public void A_cosine_bends_the_learning_rate() => Generate(
        "Iterations = 100", "Iterations = 100, Schedule = Schedule.Cosine").ShouldEmit("LearningRate", """
        private static double LearningRate(long iteration) => LearningRateSchedule.Cosine(0.001, iteration, Iterations);
        """);

    [Fact]
    public void Steps_of_the_learning_rate_have_a_period() => Generate(
        "Iterations = 100", "Iterations = 100, Schedule = Schedule.Step, Period = 10, Decay = 0.5").ShouldEmit("LearningRate", """
        private static double LearningRate(long iteration) => LearningRateSchedule.Step(0.001, iteration, 10, 0.5);
        """);

    [Fact]
    public void Adam_keeps_two_means() => Generate().ShouldEmit("ApplyMetaGradient", """
        private void ApplyMetaGradient(Tensor gradient, double learningRate)
        {
            // m = 0.9 m + 0.1 g,  v = 0.999 v + 0.001 g²
            firstMoment.mul_(KeptOfFirst);
            firstMoment.add_(gradient, NewOfFirst);
            secondMoment.mul_(KeptOfSecond);
            secondMoment.addcmul_(gradient, gradient, NewOfSecond);
            // Both started at zero: divided by 1 - βᵗ they are means.
            using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, iteration + 1));
            using Scalar step = -learningRate / (1 - Math.Pow(Beta1, iteration + 1));
            using var denominator = secondMoment.sqrt();
            denominator.mul_(correction);
            denominator.add_(Epsilon);
            parameters.addcdiv_(firstMoment, denominator, step);
        }
        """);

    [Fact]
    public void Plain_descent_keeps_nothing() => Generate("Optimizer.Adam", "Optimizer.Sgd").ShouldEmit("ApplyMetaGradient", """
        private void ApplyMetaGradient(Tensor gradient, double learningRate)
        {
            using Scalar step = -learningRate;
            parameters.add_(gradient, step);
        }
        """);

    [Fact]
    public void Momentum_keeps_a_velocity() => Generate(
        "Optimizer.Adam, ", "Optimizer.Sgd, Momentum = 0.9, ").ShouldEmit("ApplyMetaGradient", """
        private void ApplyMetaGradient(Tensor gradient, double learningRate)
        {
            // v = momentum · v + gradient
            velocity.mul_(Momentum);
            velocity.add_(gradient);
            using Scalar step = -learningRate;
            parameters.add_(velocity, step);
        }
        """);

    [Fact]
    public void AdamW_shrinks_the_weights_themselves() => Generate(
        "Optimizer.Adam, ", "Optimizer.AdamW, WeightDecay = 0.1, ").ShouldEmit("ApplyMetaGradient", """
        private void ApplyMetaGradient(Tensor gradient, double learningRate)
        {
            // Decoupled weight decay.
            using Scalar kept = 1 - (learningRate * 0.1);
            parameters.mul_(kept);
            // m = 0.9 m + 0.1 g,  v = 0.999 v + 0.001 g²
            firstMoment.mul_(KeptOfFirst);
            firstMoment.add_(gradient, NewOfFirst);
            secondMoment.mul_(KeptOfSecond);
            secondMoment.addcmul_(gradient, gradient, NewOfSecond);
            // Both started at zero: divided by 1 - βᵗ they are means.
            using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, iteration + 1));
            using Scalar step = -learningRate / (1 - Math.Pow(Beta1, iteration + 1));
            using var denominator = secondMoment.sqrt();
            denominator.mul_(correction);
            denominator.add_(Epsilon);
            parameters.addcdiv_(firstMoment, denominator, step);
        }
        """);

    [Fact]
    public void A_clipped_gradient_is_shortened() => Generate("Iterations = 100", "Iterations = 100, ClipNorm = 2").ShouldEmit("Clip", """
        private static void Clip(Tensor gradient)
        {
            using var norm = gradient.norm();
            var length = norm.ToDouble();
            if (length <= 2.0) return;
            using Scalar shrink = 2.0 / length;
            gradient.mul_(shrink);
        }
        """);

    [Fact]
    public void Without_a_device_it_is_the_processor() => Generate().ShouldEmit("ChooseDevice", """
        private static torch.Device ChooseDevice() => torch.device("cpu");
        """);

    [Fact]
    public void A_device_that_must_be_there_is_asked_for() => Generate(
        "public partial class Trained", "[Device(\"cuda:1\")] public partial class Trained").ShouldEmit("ChooseDevice", """
        private static torch.Device ChooseDevice()
        {
            if (torch.cuda.is_available() && torch.cuda.device_count() > 1) return torch.device("cuda:1");
            throw new InvalidOperationException(
                "Trained wants 'cuda:1', which this machine has not; add 'Fallback = \"cpu\"' to its [Device].");
        }
        """);

    [Fact]
    public void A_fallback_is_taken_where_the_device_is_not_there() => Generate(
        "[Experiment<Net", "[Device(\"cuda\", Fallback = \"cpu\")] [Experiment<Net").ShouldEmit("ChooseDevice", """
        private static torch.Device ChooseDevice()
        {
            if (torch.cuda.is_available() && torch.cuda.device_count() > 0) return torch.device("cuda");
            return torch.device("cpu");
        }
        """);

    [Fact]
    public void A_normal_parameter_is_drawn_from_its_mean_and_deviation() => Generate(
        "Uniform(0.1, 5.0)", "Normal(1, 0.5)").ShouldEmit("SampleParameters", """
        private TaskParameters SampleParameters(int count) => new()
        {
            Height = torch.empty(count, 1, 1, Type, device).normal_(1.0, 0.5, generator),
        };
        """);

    [Fact]
    public void A_target_without_its_input_still_has_a_value_for_each_example() => Generate(
        "Height * Math.Sin(X)", "\n#pragma warning disable MDSL0208\nHeight").ShouldEmit("Target", """
        private static Tensor Target(TaskParameters parameters, Tensor x)
        {
            var y = x.mul(Factor0);
            y.add_(parameters.Height);
            return y;
        }
        """);

    // Only of a power of two is the product with its reciprocal the same.
    [Theory]
    [InlineData("3", "div_(Factor3)")]
    [InlineData("4", "mul_(Factor0_25)")]
    public void A_number_divides_as_CSharp_rounds_it(string number, string emitted) => Generate(
        "Height * Math.Sin(X)", $"Height * Math.Sin(X) / {number}").ShouldEmit("Target", $$"""
        private static Tensor Target(TaskParameters parameters, Tensor x)
        {
            var y = x.sin();
            y.mul_(parameters.Height);
            y.{{emitted}};
            return y;
        }
        """);

    [Fact]
    public void What_is_divided_by_a_tensor_may_be_a_number() => Generate(
        "Height * Math.Sin(X)", "2 / (Height + X)").ShouldEmit("Target", """
        private static Tensor Target(TaskParameters parameters, Tensor x)
        {
            var y = parameters.Height.add(x);
            y.reciprocal_();
            y.mul_(Factor2);
            return y;
        }
        """);

    [Fact]
    public void Shots_decide_the_size_of_the_loss() => Generate("Shots = 5", "Shots = 8").ShouldEmit("SupportLossGradient", """
        private static Tensor SupportLossGradient(Tensor prediction, Tensor y)
        {
            using var residual = prediction.sub(y);
            var predictionGradient = residual.mul(TwoOver8);
            return predictionGradient;
        }
        """);

    [Fact]
    public void Double_precision_reads_doubles() => Generate(
        "public partial class Trained", "[Precision(Precision.Double)] public partial class Trained").ShouldEmit("Numbers", """
        private static double[] Numbers(Tensor tensor)
        {
            using var here = tensor.cpu();
            using var row = here.reshape(-1);
            using var data = row.data<double>();
            return data.ToArray();
        }
        """);

    [Fact]
    public void A_condition_chooses_example_by_example() => Generate("Height * Math.Sin(X)", "X > 1 ? Height : Math.Min(X, 0)")
        .ShouldEmit("Target", """
            private static Tensor Target(TaskParameters parameters, Tensor x)
            {
                using var condition = x.gt(Factor1);
                using var smaller = x.clamp_max(Factor0);
                var y = torch.where(condition, parameters.Height, smaller);
                return y;
            }
            """);

    [Fact]
    public void Noise_is_on_all_targets_that_training_sees() => Generate("double Y", "[Noise(0.1)] double Y").ShouldEmit("SampleTasks", """
        private Tasks SampleTasks(long seed, int count)
        {
            generator.manual_seed(seed);
            using var parameters = SampleParameters(count);
            var supportX = SampleX(count, Shots);
            var queryX = SampleX(count, Queries);

            return new Tasks
            {
                SupportX = supportX,
                SupportY = Observe(Target(parameters, supportX)),
                QueryX = queryX,
                QueryY = Observe(Target(parameters, queryX)),
            };
        }
        """);

    [Fact]
    public void A_logarithm_is_uniform_and_a_choice_is_taken() => Generate(
        "[Uniform(0.1, 5.0)] double Height",
        "[Choice(1, 2)] double Low { get; } [Integer(1, 6)] int High { get; } [LogUniform(0.1, 5.0)] double Height",
        "Height * Math.Sin(X)", "Height * Math.Sin(X) + Low + High")
        .ShouldEmit("SampleParameters", """
            private TaskParameters SampleParameters(int count) => new()
            {
                Low = Choose([1.0, 2.0], count, 1, 1),
                High = torch.empty(count, 1, 1, Type, device).random_(1, 7, generator),
                Height = torch.empty(count, 1, 1, Type, device).uniform_(Math.Log(0.1), Math.Log(5.0), generator).exp_(),
            };
            """);
}
