using System.Diagnostics;
using System.Text.Json;

namespace MetaDsl.LibTorch.Tests.Peer;

/// <summary>The torch of a Python on this machine: an implementation of the same operations that shares none of our code.</summary>
internal static class PythonTorch
{
    public const string Missing = "no python3 with torch on this machine; apt-get install python3-torch";

    private static readonly Lazy<string?> Interpreter = new(Find);

    public static bool IsThere => Interpreter.Value is not null;

    /// <summary>Runs a script that reads JSON from its standard input and writes JSON to its standard output.</summary>
    public static TResult Run<TResult>(string script, object input)
    {
        using var process = Start(Interpreter.Value!, "-c", script);
        process.StandardInput.Write(JsonSerializer.Serialize(input));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"python3 failed:\n{error.Result}");
        return JsonSerializer.Deserialize<TResult>(output)!;
    }

    // test.sh names the one it found. Debian's torch belongs to /usr/bin/python3, which need not be the first one in the path.
    private static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("METADSL_PYTHON"), "python3", "/usr/bin/python3" }.FirstOrDefault(HasTorch);

    private static bool HasTorch(string? interpreter)
    {
        if (string.IsNullOrEmpty(interpreter)) return false;
        try
        {
            using var process = Start(interpreter, "-c", "import torch");
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string interpreter, params string[] arguments) => Process.Start(new ProcessStartInfo(interpreter, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A test that compares with Python's torch; where that is not installed it counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute()
    {
        if (!PythonTorch.IsThere) Skip = PythonTorch.Missing;
    }
}

/// <summary>The same for each case of a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute()
    {
        if (!PythonTorch.IsThere) Skip = PythonTorch.Missing;
    }
}
