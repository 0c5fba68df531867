using MetaDsl;
using Omniglot;

// Omniglot FOLDER COMMAND ...: the folder with images_background.zip and images_evaluation.zip, then what to do: train, evaluate, list, inspect.
if (args.Length == 0)
{
    Console.Error.WriteLine("Name the folder with images_background.zip and images_evaluation.zip: Omniglot FOLDER train");
    return 2;
}

Characters.Folder = args[0];
return await MetaDslApp.RunAsync(args[1..]);
