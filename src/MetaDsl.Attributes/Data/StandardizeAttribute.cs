using System;

namespace MetaDsl;

/// <summary>
/// Shows the network numbers of mean 0 and deviation 1, for each channel of an image, each number of a vector or each column of a table.
/// Mean and deviation are those of the classes that are trained on, so nothing is known of others.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), Resize(84), Standardize, Split(100, 50, 50)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StandardizeAttribute : Attribute;
