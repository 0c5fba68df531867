using MetaDsl;

// Omniglot train --data FOLDER: the folder that holds omniglot/images_background.zip and omniglot/images_evaluation.zip.
return await MetaDslApp.RunAsync(args);
