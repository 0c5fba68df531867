namespace MetaDsl.Integration.Tests.Reference;

/// <summary>
/// A fully connected network with the mean squared error L, its gradient and its Hessian-vector product, in loops over numbers. All
/// weights are one row, as in PyTorch: of each linear layer the weight [out, in], then the bias [out].
/// </summary>
internal sealed class Network
{
    private readonly IReadOnlyList<NetworkLayer> layers;

    // Where the weights of each layer begin, and how many numbers go into each layer; the last width is that of the prediction.
    private readonly int[] offsets;
    private readonly int[] widths;

    public Network(int inputs, IReadOnlyList<NetworkLayer> layers)
    {
        this.layers = layers;
        offsets = new int[layers.Count + 1];
        widths = new int[layers.Count + 1];
        widths[0] = inputs;
        for (var l = 0; l < layers.Count; l++)
        {
            widths[l + 1] = layers[l] is Linear linear ? linear.Width : widths[l];
            offsets[l + 1] = offsets[l] + (layers[l] is Linear ? widths[l + 1] * (widths[l] + 1) : 0);
        }
    }

    public IReadOnlyList<NetworkLayer> Layers => layers;

    public int WeightCount => offsets[^1];

    /// <summary>How many numbers go into a layer.</summary>
    public int InputsOf(int layer) => widths[layer];

    public double[] Predict(double[] weights, double[] x) => Forward(weights, x)[^1];

    /// <summary>What goes into each layer, and at the end the prediction: a₀ = x, aₗ₊₁ = W a + b or f(a).</summary>
    public double[][] Forward(double[] weights, double[] x)
    {
        var a = new double[layers.Count + 1][];
        a[0] = x;
        for (var l = 0; l < layers.Count; l++)
        {
            a[l + 1] = new double[widths[l + 1]];
            for (var i = 0; i < widths[l + 1]; i++)
            {
                if (layers[l] is Activation f)
                {
                    a[l + 1][i] = f.At(a[l][i]);
                    continue;
                }

                var sum = weights[Bias(l, i)];
                for (var j = 0; j < widths[l]; j++) sum += weights[Weight(l, i, j)] * a[l][j];
                a[l + 1][i] = sum;
            }
        }

        return a;
    }

    /// <summary>L = 1/N Σ (prediction - y)², over the N numbers of all examples' targets.</summary>
    public double Loss(double[] weights, Examples examples)
    {
        var loss = 0.0;
        for (var n = 0; n < examples.Count; n++)
        {
            var prediction = Predict(weights, examples.X[n]);
            for (var i = 0; i < prediction.Length; i++) loss += Math.Pow(prediction[i] - examples.Y[n][i], 2);
        }

        return loss / (examples.Count * widths[^1]);
    }

    /// <summary>∇L by backpropagation; d is the derivative of L with respect to what stands between two layers.</summary>
    public double[] Gradient(double[] weights, Examples examples)
    {
        var gradient = new double[WeightCount];
        for (var n = 0; n < examples.Count; n++)
        {
            var a = Forward(weights, examples.X[n]);
            var d = new double[widths[^1]];
            for (var i = 0; i < d.Length; i++) d[i] = 2 * (a[^1][i] - examples.Y[n][i]) / (examples.Count * d.Length);

            for (var l = layers.Count - 1; l >= 0; l--)
            {
                var before = new double[widths[l]];
                for (var i = 0; i < widths[l + 1]; i++)
                {
                    if (layers[l] is Activation f)
                    {
                        before[i] = f.Slope(a[l][i]) * d[i];
                        continue;
                    }

                    gradient[Bias(l, i)] += d[i];
                    for (var j = 0; j < widths[l]; j++)
                    {
                        gradient[Weight(l, i, j)] += d[i] * a[l][j];
                        before[j] += weights[Weight(l, i, j)] * d[i];
                    }
                }

                d = before;
            }
        }

        return gradient;
    }

    /// <summary>
    /// ∇²L v by Pearlmutter's R-operator: R(q) is how fast q changes when the weights move along v, so R(W) = V, R(∇L) = ∇²L v, and each
    /// line of the forward and the backward pass is differentiated by the rules of the product and the chain.
    /// </summary>
    public double[] HessianTimes(double[] v, double[] weights, Examples examples)
    {
        var product = new double[WeightCount];
        for (var n = 0; n < examples.Count; n++)
        {
            var a = Forward(weights, examples.X[n]);
            var ra = ForwardR(v, weights, a);
            var d = new double[widths[^1]];
            var rd = new double[widths[^1]];
            for (var i = 0; i < d.Length; i++)
            {
                d[i] = 2 * (a[^1][i] - examples.Y[n][i]) / (examples.Count * d.Length);
                rd[i] = 2 * ra[^1][i] / (examples.Count * d.Length);
            }

            for (var l = layers.Count - 1; l >= 0; l--)
            {
                var before = new double[widths[l]];
                var rbefore = new double[widths[l]];
                for (var i = 0; i < widths[l + 1]; i++)
                {
                    if (layers[l] is Activation f)
                    {
                        // R(f'(a) d) = f''(a) R(a) d + f'(a) R(d)
                        before[i] = f.Slope(a[l][i]) * d[i];
                        rbefore[i] = (f.Curvature(a[l][i]) * ra[l][i] * d[i]) + (f.Slope(a[l][i]) * rd[i]);
                        continue;
                    }

                    product[Bias(l, i)] += rd[i];
                    for (var j = 0; j < widths[l]; j++)
                    {
                        // R(d aᵀ) = R(d) aᵀ + d R(a)ᵀ
                        product[Weight(l, i, j)] += (rd[i] * a[l][j]) + (d[i] * ra[l][j]);
                        // R(Wᵀ d) = Vᵀ d + Wᵀ R(d)
                        before[j] += weights[Weight(l, i, j)] * d[i];
                        rbefore[j] += (v[Weight(l, i, j)] * d[i]) + (weights[Weight(l, i, j)] * rd[i]);
                    }
                }

                (d, rd) = (before, rbefore);
            }
        }

        return product;
    }

    /// <summary>R of what <see cref="Forward"/> gives: R(x) = 0, R(W a + b) = V a + W R(a) + R(b), R(f(a)) = f'(a) R(a).</summary>
    private double[][] ForwardR(double[] v, double[] weights, double[][] a)
    {
        var ra = new double[layers.Count + 1][];
        ra[0] = new double[widths[0]];
        for (var l = 0; l < layers.Count; l++)
        {
            ra[l + 1] = new double[widths[l + 1]];
            for (var i = 0; i < widths[l + 1]; i++)
            {
                if (layers[l] is Activation f)
                {
                    ra[l + 1][i] = f.Slope(a[l][i]) * ra[l][i];
                    continue;
                }

                var sum = v[Bias(l, i)];
                for (var j = 0; j < widths[l]; j++) sum += (v[Weight(l, i, j)] * a[l][j]) + (weights[Weight(l, i, j)] * ra[l][j]);
                ra[l + 1][i] = sum;
            }
        }

        return ra;
    }

    private int Weight(int layer, int output, int input) => offsets[layer] + (output * widths[layer]) + input;

    private int Bias(int layer, int output) => offsets[layer] + (widths[layer + 1] * widths[layer]) + output;
}
