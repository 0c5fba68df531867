using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL02xx: the data that tasks are drawn from.</summary>
internal static class DataRules
{
    public static readonly DiagnosticDescriptor NoSplit = Rule.Error(
        "MDSL0219",
        "Classes are not split",
        "'{0}' has one source for training and tests but no split, so both would see the same classes; "
        + "add '[Split(train: 64, validation: 16, test: 20)]' with the numbers of its classes");

    public static readonly DiagnosticDescriptor TwoSources = Rule.Error(
        "MDSL0220",
        "Examples have two sources",
        "'{0}' takes its examples from '{1}' and from '{2}'; keep one");

    public static readonly DiagnosticDescriptor TwoSplits = Rule.Error(
        "MDSL0221",
        "Classes are split twice",
        "'{0}' has both '[{1}]' and '[{2}]'; keep one");

    public static readonly DiagnosticDescriptor NothingToSplit = Rule.Error(
        "MDSL0222",
        "There is nothing to split",
        "'{0}' has a source for each part already, so '[{1}]' has nothing to split; remove it");

    public static readonly DiagnosticDescriptor PartWithoutPath = Rule.Error(
        "MDSL0223",
        "A source does not say where a part is",
        "'{0}' on '{1}' does not say '{2}'; name a file or folder each for 'Train' and 'Test', or one for all and a split");

    public static readonly DiagnosticDescriptor EmptyPath = Rule.Error(
        "MDSL0224",
        "A path is empty",
        "'{0}' of '{1}' is empty; name a file or folder in the data folder, which is itself '.'");

    public static readonly DiagnosticDescriptor TooFewClasses = Rule.Error(
        "MDSL0225",
        "A part of a split has fewer classes than a task",
        "'{0}' has '{1}' {2} for '{3}', but needs '{4}'; {5}");

    public static readonly DiagnosticDescriptor ImpossibleShare = Rule.Error(
        "MDSL0226",
        "A share of classes is impossible",
        "'{0}' of '{1}' is '{2}'; use shares from 0 to 1 that add up to 1 at most, and more than 0 to train and to test on");

    public static readonly DiagnosticDescriptor InTwoParts = Rule.Error(
        "MDSL0227",
        "A group of classes is in two parts of a split",
        "'{0}' of '{1}' is in two parts, so what is trained on would be tested on; leave it out of one");

    public static readonly DiagnosticDescriptor NoGroups = Rule.Error(
        "MDSL0228",
        "There are no groups to split by",
        "'{0}' is split by groups, but the classes of '[{1}]' have none; use '[Split]', '[SplitByShares]' or '[SplitByLists]'");

    public static readonly DiagnosticDescriptor NotForSource = Rule.Error(
        "MDSL0229",
        "A transformation does not fit the source",
        "'{0}' on '{1}' is for images, but '{2}' gives none that are read; remove it");

    public static readonly DiagnosticDescriptor ImpossibleSize = Rule.Error(
        "MDSL0250",
        "An image cannot have that size",
        "'{0}' of '{1}' is '{2}' pixels; use 1 to {3}");

    public static readonly DiagnosticDescriptor Contradiction = Rule.Error(
        "MDSL0251",
        "Two transformations contradict each other",
        "'{0}' has both '[{1}]' and '[{2}]'; keep one");

    public static readonly DiagnosticDescriptor NotSquare = Rule.Error(
        "MDSL0252",
        "Images that are not square cannot be turned",
        "'{0}' turns images of {1} pixels by 90 degrees, but these are not square; resize them to a square, or remove '[Rotations]'");

    public static readonly DiagnosticDescriptor ImpossibleNormalization = Rule.Error(
        "MDSL0253",
        "Numbers cannot be normalised",
        "'{0}' of '{1}' is '{2}'; {3}");

    public static readonly DiagnosticDescriptor NotOneForEachChannel = Rule.Error(
        "MDSL0254",
        "A normalisation has not one number for each channel",
        "'{0}' of '{1}' has '{2}' numbers, but an example has '{3}' {4}; give one number, or one for each");

    public static readonly DiagnosticDescriptor NoColumn = Rule.Error(
        "MDSL0255",
        "A table does not say what its columns are for",
        "'Table' on '{0}' does not say which column {1}; add '{2} = \"...\"'");

    public static readonly DiagnosticDescriptor ColumnTwice = Rule.Error(
        "MDSL0256",
        "A column has two meanings",
        "The column '{0}' of '{1}' is both '{2}' and '{3}'; name it once");

    public static readonly DiagnosticDescriptor ColumnOfOtherTasks = Rule.Error(
        "MDSL0257",
        "A column is for tasks of another kind",
        "'{0}' on '{1}' is for {2}, but '[{3}]' are tasks of {4}; say '{5}' instead");

    public static readonly DiagnosticDescriptor NoRegression = Rule.Error(
        "MDSL0258",
        "A source has nothing to regress",
        "'{0}' gives '{1}' classes, but '[RegressionTasks]' are functions; use '[FewShot]', or '[Table]' with a 'Target'");

    public static readonly DiagnosticDescriptor DrawnAndRead = Rule.Error(
        "MDSL0259",
        "What draws functions is on tasks that draw examples",
        "'{0}' draws its examples from {2}, so '{1}' means nothing; remove it");

    public static readonly DiagnosticDescriptor TooFewExamples = Rule.Error(
        "MDSL0260",
        "A class has fewer examples than a task needs",
        "'{0}' takes '{1}' shots and '{2}' queries of each class, but a class of '[{3}]' has '{4}' examples; declare fewer");

    public static readonly DiagnosticDescriptor ImpossibleSeparator = Rule.Error(
        "MDSL0261",
        "Cells cannot be separated by that",
        "'Separator' of '{0}' is '{1}', which is part of cells; use a comma, a semicolon or a tab");

    public static readonly DiagnosticDescriptor NoArchive = Rule.Error(
        "MDSL0262",
        "A file has no named arrays",
        "'{0}' on '{1}' names an array, but '{2}' holds one without a name; remove it, or name an '.npz'");

    public static readonly DiagnosticDescriptor NothingToReadAhead = Rule.Error(
        "MDSL0264",
        "Tables to regress are not read ahead",
        "'ReadAhead' on '{0}' is for examples that do not fit in memory, but a table to regress is read whole; remove it");

    public static readonly DiagnosticDescriptor ImpossibleReadAhead = Rule.Error(
        "MDSL0265",
        "Nothing can be read ahead",
        "'{0}' of '{1}' is '{2}', by which nothing can be read ahead; use 1 or more");

    public static readonly DiagnosticDescriptor NothingToBalance = Rule.Error(
        "MDSL0266",
        "There is nothing to balance",
        "'Balanced' of '{0}' is 'false', but all its classes have '{1}' shots; say 'MinShots', or remove it");

    public static readonly DiagnosticDescriptor RangeReadAhead = Rule.Error(
        "MDSL0267",
        "Tasks of different sizes are not read ahead",
        "'ReadAhead' on '{0}' is for tasks of one size, but its tasks differ; remove it, or 'MinWays' and 'MinShots'");

    public static readonly DiagnosticDescriptor NoData = Rule.Error(
        "MDSL0263",
        "Tasks that read no data say what to do with them",
        "'{0}' is about data that are read, but '{1}' reads none; remove it, or add a source such as '[ImageFolder(\"images\")]'");
}
