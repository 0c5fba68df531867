using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

// Fits a noisy curve with a network of two layers: gradients by autograd, the update rule (Adam) written out.
const int Points = 200, Hidden = 64;
const double LearningRate = 0.01, Noise = 0.1;
var steps = args.Contains("--quick") ? 500 : 2000;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
manual_seed(1);
using var everything = NewDisposeScope();

var x = linspace(-3, 3, Points).reshape(Points, 1);
var curve = (x * 2).sin() * 0.6 + x * 0.3;
var y = curve + randn(Points, 1) * Noise;

Tensor[] weights = [randn(1, Hidden) * 2, randn(Hidden), randn(Hidden, 1) / Math.Sqrt(Hidden), zeros(1)];
foreach (var weight in weights) weight.requires_grad_();
var adam = weights.Select(weight => new AdamState(weight)).ToArray();

var clock = Stopwatch.StartNew();
var loss = double.NaN;
for (var step = 1; step <= steps; step++)
{
    // Whatever a step computes is gone when the step ends; the weights live outside and change in place.
    using var temporaries = NewDisposeScope();

    var error = Network(x) - y;
    var squaredError = (error * error).mean();
    var gradients = autograd.grad([squaredError], weights);
    using (no_grad())
    {
        for (var i = 0; i < weights.Length; i++) adam[i].Update(gradients[i], step, LearningRate);
    }

    if (step % (steps / 20) != 0) continue;
    loss = squaredError.ToDouble();
    ShowProgress(step);
}

Console.WriteLine();
using (no_grad())
{
    var fit = Network(x);
    Console.WriteLine("      x   curve     fit   . curve   o fit");
    for (var i = 0; i < Points; i += 11)
    {
        var (truth, found) = (curve[i, 0].ToDouble(), fit[i, 0].ToDouble());
        Console.WriteLine($"{x[i, 0].ToDouble(),7:F2} {truth,7:F3} {found,7:F3}   {Plot(truth, found)}");
    }

    var distance = (fit - curve).abs().mean().ToDouble();
    Console.WriteLine($"\nmean squared error {loss:F4} (noise alone: {Noise * Noise:F4}), mean distance to the curve {distance:F4}");
    return distance < Noise ? 0 : 1;
}

Tensor Network(Tensor input) => (input.mm(weights[0]) + weights[1]).tanh().mm(weights[2]) + weights[3];

void ShowProgress(int step)
{
    var bar = new string('#', 20 * step / steps).PadRight(20, '.');
    var line = $"step {step,5} of {steps} [{bar}] loss {loss:F4}  {step / clock.Elapsed.TotalSeconds,5:F0} steps/s";
    // On a terminal the line renews itself; in a file every line is kept.
    Console.Write(Console.IsOutputRedirected ? line + "\n" : "\r" + line);
}

static string Plot(double curve, double fit)
{
    var row = new string(' ', 57).ToCharArray();
    row[Column(curve)] = '.';
    row[Column(fit)] = 'o';
    return new string(row).TrimEnd();

    static int Column(double value) => Math.Clamp((int)Math.Round(28 + 18 * value), 0, 56);
}

/// <summary>The running means that Adam keeps for one tensor of weights.</summary>
internal sealed class AdamState(Tensor weight)
{
    private const double MeanDecay = 0.9, SquareDecay = 0.999;

    private readonly Tensor mean = zeros_like(weight, requires_grad: false);
    private readonly Tensor square = zeros_like(weight, requires_grad: false);

    public void Update(Tensor gradient, int step, double learningRate)
    {
        mean.mul_(MeanDecay).add_(gradient * (1 - MeanDecay));
        square.mul_(SquareDecay).add_(gradient * gradient * (1 - SquareDecay));
        var rate = learningRate * Math.Sqrt(1 - Math.Pow(SquareDecay, step)) / (1 - Math.Pow(MeanDecay, step));
        weight.sub_(mean / (square.sqrt() + 1e-8) * rate);
    }
}
