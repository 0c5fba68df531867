namespace TorchSharp;

public static partial class torch
{
    /// <summary>What neural networks are made of.</summary>
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the samples.</summary>
        public enum Reduction
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }
    }
}
