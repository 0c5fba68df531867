using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL01xx: models.</summary>
internal static class ModelRules
{
    public static readonly DiagnosticDescriptor NoInput = Rule.Error(
        "MDSL0101",
        "A model has no input",
        "'{0}' has no 'Input', so the shape of its first layer is unknown; add '[Input(1)]' with the number of values an example has");

    public static readonly DiagnosticDescriptor NothingToLearn = Rule.Error(
        "MDSL0102",
        "A model has no layer that can learn",
        "'{0}' has no layer with weights, so there is nothing to learn; add one, as in '[Linear(1)]'");

    public static readonly DiagnosticDescriptor ImpossibleWidth = Rule.Error(
        "MDSL0103",
        "A number of a layer is impossible",
        "'{5}' of '{0}' on '{1}' is '{2}'; use a whole number from {3} to {4}");

    public static readonly DiagnosticDescriptor LayersOnTwoParts = Rule.Error(
        "MDSL0104",
        "A model's layers are spread over two partial declarations",
        "'{0}' has layers on two of its parts, so their order would be that of the files; move '{1}' to the part with the first layer");

    public static readonly DiagnosticDescriptor ImpossibleActivation = Rule.Error(
        "MDSL0105",
        "The number of an activation or a normalisation is impossible",
        "'{0}' of '{1}' on '{2}' is '{3}'; use a number above 0 and at most 100");

    public static readonly DiagnosticDescriptor ImpossibleDeviation = Rule.Error(
        "MDSL0106",
        "A deviation of initial weights is impossible",
        "'Deviation' on '{0}' is '{1}'; use a number above 0 and at most 10");

    public static readonly DiagnosticDescriptor ImpossibleConstant = Rule.Error(
        "MDSL0107",
        "A constant of initial weights is not finite",
        "'Value' of '{0}' on '{1}' is '{2}', which is not a finite number; use one that is");

    public static readonly DiagnosticDescriptor ImpossibleRank = Rule.Error(
        "MDSL0108",
        "A shape has no or too many axes",
        "'{0}' on '{1}' has '{2}' sizes; use one for features, two for a sequence, three for an image of channels, height and width");

    public static readonly DiagnosticDescriptor BlockInItself = Rule.Error(
        "MDSL0109",
        "A block contains itself",
        "'{0}' is used inside itself, by '{1}', so it would never end; name another block");

    public static readonly DiagnosticDescriptor NotABlock = Rule.Error(
        "MDSL0110",
        "A block is neither a block nor a model",
        "'{0}' has no layers that '{1}' on '{2}' could use; put '[Block]' and its layers on it, or name a class that has them");

    public static readonly DiagnosticDescriptor EmptyBlock = Rule.Error(
        "MDSL0111",
        "A block has no layers",
        "'{0}' is a block without layers; add one, as in '[Relu]'");

    public static readonly DiagnosticDescriptor NameTwice = Rule.Error(
        "MDSL0112",
        "Two layers have the same name",
        "'{0}' on {1} is called '{2}', as another layer is; give it a 'Name' of its own");

    public static readonly DiagnosticDescriptor ImpossibleName = Rule.Error(
        "MDSL0113",
        "A layer's name is no name",
        "'{0}' on {1} is called '{2}'; use letters, digits and '_', with a small letter first");

    public static readonly DiagnosticDescriptor ClassifierNotLast = Rule.Error(
        "MDSL0114",
        "A classifier is not the last layer",
        "'{0}' on {1} gives a number for each class of a task, but '{2}' comes after it; let nothing but activations follow");

    public static readonly DiagnosticDescriptor BlockAndModel = Rule.Error(
        "MDSL0115",
        "A class is both a block and a model",
        "'{0}' has both '[Block]' and '[Model]'; keep '[Model]', which serves as a block too");

    public static readonly DiagnosticDescriptor InputOfBlock = Rule.Error(
        "MDSL0116",
        "A block has an input",
        "'{0}' is a block, which takes whatever shape it is given where it is used; "
        + "remove '[Input]', or write '[Model]' instead of '[Block]'");

    public static readonly DiagnosticDescriptor TooManyLayers = Rule.Error(
        "MDSL0117",
        "A network has too many layers",
        "'{0}' on '{1}' brings the network to more than '{2}' layers, each of which becomes code; use fewer");

    public static readonly DiagnosticDescriptor TooManyWeights = Rule.Error(
        "MDSL0118",
        "A network has too many weights",
        "'{0}' has more than 2147483647 weights; make its layers smaller");

    public static readonly DiagnosticDescriptor NoEffect = Rule.Warning(
        "MDSL0119",
        "An option of initial weights has no effect",
        "'{0}' of '{1}' on '{2}' belongs to '{3}', but the weights are drawn by '{4}'; remove it, or choose '{3}'");

    public static readonly DiagnosticDescriptor LayersInTwoPlaces = Rule.Error(
        "MDSL0141",
        "A model has layers both on the class and on properties",
        "'{0}' on {1} stands on the class, beside layers on properties or a 'Forward' that cannot call it; "
        + "put all of them on properties, or all on the class");

    public static readonly DiagnosticDescriptor OtherForward = Rule.Error(
        "MDSL0142",
        "A method Forward is not one",
        "'Forward' of '{0}' is not the model's computation; write it as 'Tensor Forward(Tensor x)', or give it another name");

    public static readonly DiagnosticDescriptor UnusedLayer = Rule.Warning(
        "MDSL0143",
        "A layer is never used",
        "'{0}' on {1} is never used, because nothing that 'Forward' returns depends on '{2}'; use it there, or remove the layer");

    public static readonly DiagnosticDescriptor NotReadable = Rule.Error(
        "MDSL0144",
        "An operation in Forward cannot be read",
        "'Forward' of '{0}' cannot be compiled with '{1}'; {2}");

    public static readonly DiagnosticDescriptor NotALayerProperty = Rule.Error(
        "MDSL0145",
        "A layer stands on a property that is no layer",
        "'{0}' of '{1}' has a layer, but is of type '{2}'; write 'Layer {0} {{ get; }}'");

    public static readonly DiagnosticDescriptor Inherited = Rule.Error(
        "MDSL0147",
        "A model inherits layers",
        "'{0}' inherits '{1}' of '{2}', but of a model only what stands on it itself is compiled; "
        + "move it to '{0}', or use '{2}' as a block");

    public static readonly DiagnosticDescriptor NeverLearns = Rule.Error(
        "MDSL0148",
        "A layer before an embedding could never learn",
        "'{0}' on {1} could never learn, because '{2}' looks up what comes of it as whole numbers; put '{2}' before it");

    public static readonly DiagnosticDescriptor MixedStatistics = Rule.Error(
        "MDSL0150",
        "Norms of a network take statistics of the support and of others",
        "'{0}' on {1} takes statistics of the support, but another norm of '{2}' takes those of the examples at hand, "
        + "of which the support would be a part; give all of them 'NormStatistics.Support', or none");

    public static readonly DiagnosticDescriptor ImpossibleShare = Rule.Error(
        "MDSL0149",
        "A share that drops out is impossible",
        "'{0}' of '{1}' on '{2}' is '{3}'; use a number from 0 up to but not 1");
}
