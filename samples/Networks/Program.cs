using MetaDsl;

return await MetaDslApp.RunAsync(args);
