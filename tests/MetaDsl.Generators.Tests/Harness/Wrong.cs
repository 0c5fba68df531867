using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Generators.Tests.Harness;

/// <summary>Wrong declarations, each with what must be said of it: the whole of it, where it stands, and nothing else.</summary>
internal static class Wrong
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>An error: no file is generated.</summary>
    public static Task Error(string id, string marked, string message, string? valid = null) =>
        Check(id, DiagnosticSeverity.Error, new Project(marked), message, new Project(valid ?? Sample.Program));

    /// <summary>A warning: the file is generated all the same.</summary>
    public static Task Warning(string id, string marked, string message, string? valid = null) =>
        Check(id, DiagnosticSeverity.Warning, new Project(marked), message, new Project(valid ?? Sample.Program));

    /// <param name="id">The rule.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="marked">The wrong project, with the expected place between [| and |].</param>
    /// <param name="message">The whole message.</param>
    /// <param name="valid">The nearest project that is right.</param>
    /// <param name="emits">Whether the wrong project has an experiment that is generated; by default, after a warning.</param>
    public static async Task Check(
        string id, DiagnosticSeverity severity, Project marked, string message, Project valid, bool? emits = null)
    {
        var (wrong, file, span) = Unmark(marked);
        var compilation = wrong.Compile();
        Assert.Empty(Project.Complaints(compilation));

        var diagnostics = await Project.Analyze(compilation);
        var shown = string.Join("\n", diagnostics.Select(found => $"{found.Id}: {found.GetMessage()}"));
        Assert.True(diagnostics.Length == 1, $"expected one diagnostic, found {diagnostics.Length}\n{shown}");
        var diagnostic = diagnostics[0];
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage()));
        Assert.Equal(severity, diagnostic.Severity);
        Assert.Equal(file, diagnostic.Location.SourceTree!.FilePath);
        var reported = diagnostic.Location.SourceSpan;
        Assert.True(span == reported, $"reported at '{Project.Quote(diagnostic)}', {reported}, not at {span}");
        Assert.Equal(emits ?? severity != DiagnosticSeverity.Error, Generator.FilesOf(compilation).Length > 0);

        var suppressed = wrong with { Sources = [.. wrong.Sources.Select(source => $"#pragma warning disable {id}\n" + source)] };
        Assert.Empty(await Project.Analyze(suppressed.Compile()));
        await Right(valid);
    }

    /// <summary>Nothing is said, and all experiments are generated.</summary>
    public static async Task Right(Project project)
    {
        var compilation = project.Compile();
        Assert.Empty(Project.Complaints(compilation));
        Assert.Empty(await Project.Analyze(compilation));
        Assert.NotEmpty(Generator.FilesOf(compilation));
    }

    private static (Project Project, string File, TextSpan Span) Unmark(Project marked)
    {
        for (var i = 0; i < marked.Sources.Count; i++)
        {
            var start = marked.Sources[i].IndexOf(Open, StringComparison.Ordinal);
            if (start < 0) continue;
            var end = marked.Sources[i].IndexOf(Close, StringComparison.Ordinal) - Open.Length;
            var source = marked.Sources[i].Replace(Open, "").Replace(Close, "");
            var sources = marked.Sources.ToArray();
            sources[i] = source;
            return (marked with { Sources = sources }, $"File{i + 1}.cs", TextSpan.FromBounds(start, end));
        }

        throw new ArgumentException("no place is marked", nameof(marked));
    }
}
