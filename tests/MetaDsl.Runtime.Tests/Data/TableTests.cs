namespace MetaDsl.Tests.Data;

public sealed class TableTests
{
    [Fact]
    public void Rows_of_a_group_make_a_task()
    {
        var table = new TableSource(Make.Text("t.csv", "city,x,y\nB,1,2\nA,3,4\nB,-5e-1,+6.25\n")) { Group = "city" }.Load();
        Assert.Equal(["x", "y"], table.Columns);
        Assert.Equal(["B", "A"], table.Tasks);
        Assert.Equal([0, 2, 3], table.Starts.ToArray());
        Assert.Equal([1f, 2f, -0.5f, 6.25f, 3f, 4f], table.Values.ToArray());
        Assert.Equal([2f, 6.25f, 4f], table.Column("y"));
        var set = table.ToClassSet();
        Assert.Equal((2, 3, ExampleShape.Vector(2)), (set.ClassCount, set.ExampleCount, set.Shape));
        Assert.Throws<ArgumentException>(() => table.Column("z"));
    }

    [Fact]
    public void Cells_are_quoted_as_RFC_4180_has_it()
    {
        var table = new TableSource(Make.Text("t.csv", "\uFEFF\"a \"\"b\"\", c\",\"d\ne\"\r\n\r\n\"1\",2\r3,\"4\"")).Load();
        Assert.Equal(["a \"b\", c", "d\ne"], table.Columns);
        Assert.Equal([1f, 2f, 3f, 4f], table.Values.ToArray());
    }

    [Fact]
    public void Numbers_have_a_decimal_point_under_every_culture()
    {
        using var german = Culture.German();
        Assert.Equal([1.5f], new TableSource(Make.Text("t.csv", "a\n1.5\n")).Load().Values.ToArray());
    }

    [Fact]
    public void Tabs_separate_in_files_called_so_and_headers_may_be_missing()
    {
        var table = new TableSource(Make.Text("t.TSV.gz", "1\t2\n3\t4")) { HasHeader = false, Columns = ["2", "1"] }.Load();
        Assert.Equal([2f, 1f, 4f, 3f], table.Values.ToArray());
    }

    [Fact]
    public void Labels_are_text_and_numbered_as_they_appear()
    {
        var table = new TableSource(Make.Text("t.csv", "x,kind\n1,cat\n2,dog\n3,cat\n")) { Label = "kind" }.Load();
        Assert.Equal(["cat", "dog"], table.LabelNames);
        Assert.Equal([0, 1, 0], table.Labels.ToArray());
    }

    [Fact]
    public void A_folder_of_gzipped_tables_is_a_task_each()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.tsv", "x\ty\n1\t2\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "a.csv.gz"), Make.Gzip("x,y\n3,4\n"u8.ToArray()));
        var table = new TableSource(folder.Path).Load();
        Assert.Equal(["a", "b"], table.Tasks);
        Assert.Equal([3f, 4f, 1f, 2f], table.Values.ToArray());
    }

    [Fact]
    public void A_table_that_is_there_twice_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "x\n3\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "a.csv.gz"), Make.Gzip("x\n3\n"u8.ToArray()));
        var wrong = Assert.Throws<DataException>(() => new TableSource(folder.Path).Load());
        Assert.EndsWith("'a.csv' is in it plain and as .gz; remove one of the two.", wrong.Message);
    }

    [Fact]
    public void A_folder_of_tables_is_a_task_each()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.csv", "x\n1\n2\n");
        folder.Write("a.csv", "x\n3\n");
        var table = new TableSource(folder.Path).Load();
        Assert.Equal(["a", "b"], table.Tasks);
        Assert.Equal([3f, 1f, 2f], table.Values.ToArray());
    }

    [Fact]
    public void A_label_column_makes_classes_and_a_group_column_parts_them()
    {
        const string Csv = "x,site,kind,y\n1,N,fox,2\n3,S,cat,4\n5,N,cat,6\n7,S,cat,8\n";
        var set = new TableClassSource(Make.Text("t.csv", Csv)) { Label = "kind", Columns = ["y", "x"] }.Load();
        Assert.Equal(["cat", "fox"], set.Names);
        Assert.Equal([4f, 3f, 6f, 5f, 8f, 7f, 2f, 1f], set.Floats.ToArray());

        var grouped = new TableClassSource(Make.Text("t.csv", Csv)) { Label = "kind", Group = "site" }.Load();
        Assert.Equal(["N/cat", "N/fox", "S/cat"], grouped.Names);
        Assert.Equal(["N", "N", "S"], grouped.Groups);
        Assert.Equal([5f, 6f, 1f, 2f, 3f, 4f, 7f, 8f], grouped.Floats.ToArray());
    }

    [Fact]
    public void Long_tables_and_arrays_report_progress_to_the_end()
    {
        var text = "x\n" + string.Concat(Enumerable.Repeat("1\n", 5000));
        var reports = new Reports<DataProgress>();
        new TableSource(Make.Text("t.csv", text)).Load(reports);
        Assert.Equal(new DataProgress("t.csv", text.Length, text.Length), reports[^1]);
        reports.Clear();
        new NumpySource(Make.File("a.npy", Make.Npy("'<f4'", "2, 3, 5", new byte[120]))).Load(reports);
        Assert.Equal(new DataProgress("a.npy", 30, 30), reports[^1]);
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => new TableSource(Make.Text("t.csv", text)).Load(cancellation: cancelled));
    }

    [Fact]
    public void Tables_from_memory_are_grouped_too()
    {
        var table = DataTable.Of(["x", "y"], [1, 2, 3, 4, 5, 6], ["b", "a", "b"]);
        Assert.Equal([1f, 2f, 5f, 6f, 3f, 4f], table.Values.ToArray());
        Assert.Throws<ArgumentException>(() => DataTable.Of(["x", "y"], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => DataTable.Of(["x"], [1, 2, 3], ["a"]));
        Assert.Throws<ArgumentException>(() => DataTable.Of(["x", "x"], [1, 2]));
    }
}
