using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class DeviceTests
{
    [Theory]
    [InlineData("gpu")]
    [InlineData("CUDA:0")]
    [InlineData("cuda:")]
    [InlineData("cuda:01")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:128")]
    [InlineData("cpu:0")]
    [InlineData("")]
    public Task An_unknown_device_is_an_error_on_the_argument(string device) => Wrong.Error(
        "MDSL0601",
        Sample.With("\"cuda:0\"", $"[|\"{device}\"|]"),
        $"'{device}' is not a device; use 'cpu', 'cuda' or, for one of several GPUs, 'cuda:1'",
        Sample.With("\"cuda:0\"", "\"cuda:127\""));

    [Fact]
    public Task No_device_at_all_is_an_error_on_the_argument() => Wrong.Error(
        "MDSL0601",
        Sample.With("\"cuda:0\"", "[|null!|]"),
        "'null' is not a device; use 'cpu', 'cuda' or, for one of several GPUs, 'cuda:1'");

    [Fact]
    public Task An_unknown_fallback_is_an_error_on_the_argument() => Wrong.Error(
        "MDSL0601",
        Sample.With("Fallback = \"cpu\"", "[|Fallback = \"tpu\"|]"),
        "'tpu' is not a device; use 'cpu', 'cuda' or, for one of several GPUs, 'cuda:1'",
        Sample.With(", Fallback = \"cpu\"", ""));

    [Theory]
    [InlineData("cpu", "cuda", "'cpu' is always there")]
    [InlineData("cuda:0", "cuda:0", "it is 'cuda:0', which is then absent too")]
    public Task A_fallback_that_is_never_used_is_a_warning_on_the_argument(string device, string fallback, string reason) => Wrong.Warning(
        "MDSL0602",
        Sample.With("\"cuda:0\", Fallback = \"cpu\"", $"\"{device}\", [|Fallback = \"{fallback}\"|]"),
        $"'Fallback' of 'SineMaml' is never used, because {reason}; remove it",
        Sample.With("\"cuda:0\", Fallback = \"cpu\"", "\"cuda:1\", Fallback = \"cuda:0\""));
}
