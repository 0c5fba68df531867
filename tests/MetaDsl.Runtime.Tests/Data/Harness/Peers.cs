using System.Diagnostics;

namespace MetaDsl.Tests.Data;

/// <summary>Other programs that read and write the same files: Python with Pillow and NumPy, and Netpbm.</summary>
internal static class Peers
{
    private static readonly Lazy<string?> Interpreter = new(() => new[] { Environment.GetEnvironmentVariable("METADSL_PYTHON"), "python3", "/usr/bin/python3" }
        .FirstOrDefault(python => !string.IsNullOrEmpty(python) && Succeeds(python, "-c", "import numpy, PIL.Image")));

    private static readonly Lazy<bool> HasNetpbm = new(() => Succeeds("pnmtopng", "-version"));

    /// <summary>What is missing, or null.</summary>
    public static string? Missing => Interpreter.Value is null ? "no python3 with Pillow and NumPy on this machine; apt-get install python3-pil python3-numpy"
        : !HasNetpbm.Value ? "no Netpbm on this machine; apt-get install netpbm"
        : null;

    /// <summary>Runs a script in a folder.</summary>
    public static void RunPython(string folder, string script)
    {
        var code = Run(Interpreter.Value!, folder, out var error, "-c", script);
        Assert.True(code == 0, error);
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            return Run(program, ".", out _, arguments) == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Run(string program, string folder, out string error, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEnd();
        _ = output.Result;
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test that compares with Pillow, NumPy and Netpbm; where these are not installed it counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peers.Missing;
}

/// <summary>Published data that is not part of the project.</summary>
internal static class PublishedData
{
    public static string? Omniglot { get; } = FindOmniglot();

    public static string? FashionMnist { get; } = Existing("/usr/share/datasets/fashion-mnist");

    private static string? FindOmniglot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MetaDsl.sln"))) return Existing(Path.Combine(folder.Parent!.FullName, "shared", "data", "omniglot"));
        }

        return null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}

/// <summary>A test that reads Omniglot; where it is not there it counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OmniglotFactAttribute : FactAttribute
{
    public OmniglotFactAttribute()
    {
        if (PublishedData.Omniglot is null) Skip = "there is no '../shared/data/omniglot' beside the repository";
    }
}

/// <summary>A test that reads Fashion-MNIST; where it is not installed it counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FashionMnistFactAttribute : FactAttribute
{
    public FashionMnistFactAttribute()
    {
        if (PublishedData.FashionMnist is null) Skip = "there is no Fashion-MNIST on this machine; apt-get install dataset-fashion-mnist";
    }
}
