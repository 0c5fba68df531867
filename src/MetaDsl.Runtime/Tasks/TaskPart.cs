namespace MetaDsl;

/// <summary>
/// What tasks are drawn for. Where they come from classes, each part has classes of its own; where they are functions, each draws its own.
/// </summary>
public enum TaskPart
{
    /// <summary>Tasks to learn from.</summary>
    Training,

    /// <summary>Tasks to choose settings by.</summary>
    Validation,

    /// <summary>Tasks to judge the result by.</summary>
    Test,
}
