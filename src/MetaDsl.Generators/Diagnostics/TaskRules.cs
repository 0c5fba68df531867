using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL02xx: tasks.</summary>
internal static class TaskRules
{
    public static readonly DiagnosticDescriptor NoExamples = Rule.Error(
        "MDSL0201",
        "A task has no examples",
        "'{0}' of '{1}' is '{2}', so a task has no examples to {3}; use 1 or more");

    public static readonly DiagnosticDescriptor NoInput = Rule.Error(
        "MDSL0202",
        "Tasks have no input",
        "'{0}' draws no 'X', so its examples have no input; write '[Uniform(-1.0, 1.0)] double X {{ get; }}'");

    public static readonly DiagnosticDescriptor NoTarget = Rule.Error(
        "MDSL0203",
        "Tasks have no target",
        "'{0}' computes no 'Y', so its examples have no target; write 'double Y => ...;' with an expression of the drawn properties");

    public static readonly DiagnosticDescriptor NotTranslatable = Rule.Error(
        "MDSL0204",
        "An expression cannot be translated to tensor code",
        "'{0}' cannot be translated to tensor code; {1}");

    public static readonly DiagnosticDescriptor ReversedBounds = Rule.Error(
        "MDSL0205",
        "Bounds are reversed",
        "'{0}' is drawn from '{1}' up to '{2}', but nothing lies between these; put the smaller number first");

    public static readonly DiagnosticDescriptor NoDeviation = Rule.Error(
        "MDSL0206",
        "A standard deviation is not positive",
        "The standard deviation of '{0}' is '{1}', so it is not drawn at all; use a number above 0");

    public static readonly DiagnosticDescriptor NotFinite = Rule.Error(
        "MDSL0207",
        "A distribution is not finite",
        "'{0}' is drawn with '{1}' for its '{2}', which is not a finite number; use one that is");

    public static readonly DiagnosticDescriptor InputIgnored = Rule.Warning(
        "MDSL0208",
        "The target ignores an input",
        "The target of '{0}' does not depend on its input '{1}', so that input changes nothing; use '{1}' in the expression or remove it");

    public static readonly DiagnosticDescriptor ParameterIgnored = Rule.Warning(
        "MDSL0209",
        "The target ignores what is drawn for each task",
        "'{0}' is drawn for each task of '{1}', but the target does not depend on it; use it in the expression or remove it");

    public static readonly DiagnosticDescriptor InputNumbers = Rule.Error(
        "MDSL0210",
        "Inputs are not numbered from 1",
        "'{0}' does not fit the other inputs of '{1}'; name a single input 'X', and several 'X1', 'X2' and so on");

    public static readonly DiagnosticDescriptor NotDouble = Rule.Error(
        "MDSL0211",
        "A property of a task is not a double",
        "'{0}' is of type '{1}', but tasks are computed in 'double'; write 'double {0}'");

    public static readonly DiagnosticDescriptor DrawnTwice = Rule.Error(
        "MDSL0212",
        "A property is drawn from two distributions",
        "'{0}' is drawn from two distributions; keep one");

    public static readonly DiagnosticDescriptor DrawnAndComputed = Rule.Error(
        "MDSL0213",
        "A property is both drawn and computed",
        "'{0}' has a distribution and a value of its own; remove the distribution, or write 'double {0} {{ get; }}'");

    public static readonly DiagnosticDescriptor NameTaken = Rule.Error(
        "MDSL0214",
        "A drawn property has a name that its generated class needs",
        "'{0}' of '{1}' becomes a property of a generated class, which has another '{0}' already; choose another name");

    public static readonly DiagnosticDescriptor ImpossibleCount = Rule.Error(
        "MDSL0215",
        "A few-shot task has too few or too many classes or examples",
        "'{0}' of '{1}' is '{2}'; use a whole number from {3} to {4}");

    public static readonly DiagnosticDescriptor NoSource = Rule.Error(
        "MDSL0216",
        "Few-shot tasks have no classes",
        "'{0}' does not say where its classes come from; add a source, such as '[Omniglot]' or '[ImageFolder(\"images\")]', "
        + "or 'internal static Tensor {1}()', which gives a tensor of [classes, examples of each, ...]");

    public static readonly DiagnosticDescriptor NotASource = Rule.Error(
        "MDSL0217",
        "A source of classes cannot be called",
        "'{0}' of '{1}' is no source of classes; write it as 'internal static {2} {0}()'");

    public static readonly DiagnosticDescriptor TwoKinds = Rule.Error(
        "MDSL0218",
        "Tasks are of two kinds",
        "'{0}' has both '[RegressionTasks]' and '[FewShot]'; keep one, and put the other on a class of its own");

    public static readonly DiagnosticDescriptor NoLogarithm = Rule.Error(
        "MDSL0230",
        "A logarithmic scale begins at zero or below",
        "'{0}' is drawn on a logarithmic scale from '{1}', which has no logarithm; use a lower bound above 0, or '[Uniform]'");

    public static readonly DiagnosticDescriptor NoChoice = Rule.Error(
        "MDSL0231",
        "There is nothing to choose from",
        "'{0}' is drawn from {1} numbers, so there is no choice; give two or more, as in '[Choice(1, 2)]'");

    public static readonly DiagnosticDescriptor ChosenTwice = Rule.Error(
        "MDSL0232",
        "A number is twice among the choices",
        "'{0}' is drawn from numbers among which '{1}' is twice, but all are equally likely; give each once");

    public static readonly DiagnosticDescriptor NotExact = Rule.Error(
        "MDSL0233",
        "A whole number is too large to be drawn",
        "'{0}' is drawn with '{1}' for its '{2}', but tensors hold whole numbers exactly from -{3} to {3} only; "
        + "use one of these, or '[Uniform]'");

    public static readonly DiagnosticDescriptor NoNoise = Rule.Error(
        "MDSL0234",
        "Noise has no positive standard deviation",
        "The noise of '{0}' has the standard deviation '{1}'; use a finite number above 0, or leave the noise out");

    public static readonly DiagnosticDescriptor NoiseElsewhere = Rule.Error(
        "MDSL0235",
        "Noise is not on the target",
        "'{0}' has '[Noise]', but only targets are observed with noise; put it on {1}");

    public static readonly DiagnosticDescriptor ImpossibleLength = Rule.Error(
        "MDSL0236",
        "A vector has no numbers or too many",
        "The vector '{0}' has '{1}' numbers; use 1 to {2}");

    public static readonly DiagnosticDescriptor NoCount = Rule.Error(
        "MDSL0237",
        "A vector does not say how many numbers it has",
        "The vector '{0}' does not say how many numbers it has; put '[Count(4)]' on it");

    public static readonly DiagnosticDescriptor CountOfNumber = Rule.Error(
        "MDSL0238",
        "A count is on what is no vector",
        "'{0}' has '[Count]', but is of type '{1}'; write 'Vector {0}' or remove the count");

    public static readonly DiagnosticDescriptor OwnBesideFamily = Rule.Error(
        "MDSL0239",
        "A ready family of functions has properties of its own",
        "'{0}' has no part in the functions of '[{1}]'; remove it, or remove '[{1}]' and write the target out");

    public static readonly DiagnosticDescriptor TwoFamilies = Rule.Error(
        "MDSL0240",
        "Tasks are of two families of functions",
        "'{0}' has both '[{1}]' and '[{2}]'; keep one, and put the other on a class of its own");

    public static readonly DiagnosticDescriptor ReversedRange = Rule.Error(
        "MDSL0241",
        "The range of a family is reversed",
        "'{0}' of '{1}' is '{2}', but '{3}' is '{4}'; {5}");

    public static readonly DiagnosticDescriptor ImpossibleSetting = Rule.Error(
        "MDSL0242",
        "A setting of a family is impossible",
        "'{0}' of '{1}' is '{2}'; use {3}");
}
