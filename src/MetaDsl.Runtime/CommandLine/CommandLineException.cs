namespace MetaDsl;

/// <summary>The command line asks for something that is not there; the message says what, and what is.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
