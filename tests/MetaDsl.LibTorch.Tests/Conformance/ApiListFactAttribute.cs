namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>A test that needs the list of TorchSharp's API; where the list is absent it counts as skipped.</summary>
internal sealed class ApiListFactAttribute : FactAttribute
{
    public ApiListFactAttribute()
    {
        if (ApiList.FindFile() is null)
        {
            Skip = "There is no '../shared/torchsharp-api.txt' beside the repository, and TORCHSHARP_API names no file.";
        }
    }
}
