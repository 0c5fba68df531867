using System;

namespace MetaDsl;

/// <summary>
/// Where the tensors of an experiment live; without it, on the CPU. Generates the device constant that every tensor is made on.
/// </summary>
/// <param name="name"><c>cpu</c>, <c>cuda</c> or, for one of several GPUs, <c>cuda:1</c>.</param>
/// <example><code>[Device("cuda:0", Fallback = "cpu")]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DeviceAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The device to use where the first is absent; without it, its absence is an error.</summary>
    public string? Fallback { get; set; }
}
