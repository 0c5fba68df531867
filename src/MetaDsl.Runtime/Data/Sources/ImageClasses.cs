namespace MetaDsl;

/// <summary>The images of one class: files of a tree.</summary>
internal sealed record ImageClass(string Name, string Group, FileTree Tree, IReadOnlyList<int> Files);

/// <summary>Finds the classes in trees of image files: a folder that holds images is a class.</summary>
internal static class ImageClasses
{
    private static readonly string[] Readable = [".png", ".ppm", ".pgm", ".pbm", ".pnm"];
    private static readonly string[] Unreadable = [".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"];

    /// <summary>
    /// Classes named by their path below the deepest folder that holds them all; the folders above a class are its group.
    /// </summary>
    public static List<ImageClass> ByPath(FileTree tree)
    {
        var folders = ByFolder(tree);
        var prefix = CommonParent([.. folders.Keys]);
        return [.. folders.Select(folder => ClassOf(tree, folder.Key[prefix..], folder.Value))];
    }

    /// <summary>Classes named by the last two folders of their path, of which the first is their group.</summary>
    public static List<ImageClass> ByLastTwoFolders(FileTree tree)
    {
        var classes = new List<ImageClass>();
        foreach (var (folder, files) in ByFolder(tree))
        {
            var parts = folder.Split('/');
            if (parts.Length < 2)
            {
                throw new DataException(
                    tree.Name,
                    "",
                    $"'{tree.Files[files[0]]}' does not lie in alphabet/character/",
                    "name a folder or zip file laid out as Omniglot is published");
            }

            classes.Add(ClassOf(tree, string.Join('/', parts[^2..]), files));
        }

        return classes;
    }

    /// <summary>Refuses a class that two trees hold.</summary>
    public static void CheckDifferent(IReadOnlyList<ImageClass> classes)
    {
        var seen = new Dictionary<string, ImageClass>();
        foreach (var one in classes)
        {
            if (seen.TryAdd(one.Name, one)) continue;
            var (first, second) = (seen[one.Name].Tree.Name, one.Tree.Name);
            throw new DataException(
                second,
                "",
                first == second ? $"there are two classes '{one.Name}'" : $"the class '{one.Name}' is also in '{first}'",
                "name sources that share no class");
        }
    }

    private static ImageClass ClassOf(FileTree tree, string path, List<int> files)
    {
        var slash = path.LastIndexOf('/');
        return new ImageClass(path, slash < 0 ? "" : path[..slash], tree, files);
    }

    private static SortedDictionary<string, List<int>> ByFolder(FileTree tree)
    {
        var folders = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var file = 0; file < tree.Files.Count; file++)
        {
            var path = tree.Files[file];
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (Unreadable.Contains(extension))
            {
                throw new DataException(
                    tree.NameOf(file),
                    "",
                    $"'{extension}' images are not read",
                    "convert them to PNG, as with 'mogrify -format png', or delete them");
            }
            if (!Readable.Contains(extension)) continue;
            var slash = path.LastIndexOf('/');
            if (slash < 0)
            {
                throw new DataException(
                    tree.NameOf(file), "", "the image lies in no class's folder", "put the images of each class into a folder of its own");
            }
            if (!folders.TryGetValue(path[..slash], out var files)) folders.Add(path[..slash], files = []);
            files.Add(file);
        }

        if (folders.Count == 0)
        {
            throw new DataException(
                tree.Name,
                "",
                "there is no class in it, that is no folder with PNG, PPM, PGM or PBM images",
                "name the folder that holds the classes' folders");
        }
        CheckEmpty(tree, folders);
        return folders;
    }

    /// <summary>A folder that holds nothing that is read, nor a folder that does, was to be a class.</summary>
    private static void CheckEmpty(FileTree tree, SortedDictionary<string, List<int>> folders)
    {
        var inUse = new HashSet<string>();
        foreach (var folder in folders.Keys)
        {
            for (var path = folder; path.Length > 0 && inUse.Add(path);) path = path[..Math.Max(0, path.LastIndexOf('/'))];
        }

        var empty = tree.Folders.FirstOrDefault(folder => !inUse.Contains(folder));
        if (empty is not null)
            throw new DataException($"{tree.Name}/{empty}", "", "the class has no image", "add its images, or delete the folder");
    }

    /// <summary>How much of the paths to leave away: the folders that all have in common, but never a class's own.</summary>
    private static int CommonParent(string[] paths)
    {
        var first = paths[0];
        var common = first.LastIndexOf('/') + 1;
        foreach (var path in paths)
        {
            while (common > 0 && (!path.StartsWith(first[..common], StringComparison.Ordinal) || path.Length == common))
                common = common < 2 ? 0 : first.LastIndexOf('/', common - 2) + 1;
        }

        return common;
    }
}
