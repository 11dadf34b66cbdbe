using System.Text;
using System.Text.Json;
using Disclosure.Bot.Export;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Export;

public class JsonWriterTests
{
    [Fact]
    public void The_shape_is_frozen() => Golden.Matches(Encoding.UTF8.GetString(Written("untied")), "json");

    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Its_tables_read_back_are_the_form(string name)
    {
        using var json = JsonDocument.Parse(Written(name));

        var read = json.RootElement.GetProperty("tables").EnumerateArray().Select(ReadBack);

        Assert.Equal(ExportTests.Forms(ExportTests.Report(name)).Select(ExportTests.Drawn), read);
    }

    [Theory]
    [InlineData("表三 （一）予以公开 科研机构", JsonValueKind.String, "/")]
    [InlineData("表三 四、结转下年度继续办理 其他", JsonValueKind.String, "")]
    [InlineData("表三 （一）予以公开 自然人", JsonValueKind.Number, "1288")]
    [InlineData("表二 行政事业性收费 本年收费金额", JsonValueKind.Number, "96171.6")]
    public void A_figure_is_a_number_only_when_one_stands_there(string place, JsonValueKind kind, string shown)
    {
        using var json = JsonDocument.Parse(Written("untied"));

        var cells = json.RootElement.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("cells").EnumerateArray());
        var figure = cells.Single(cell => cell.TryGetProperty("place", out var at) && at.GetString() == place).GetProperty("figure");

        Assert.Equal((kind, shown), (figure.ValueKind, figure.ToString()));
    }

    private static byte[] Written(string report) => JsonWriter.Write(ExportTests.Report(report), SomeReports.Texts);

    private static string ReadBack(JsonElement table) => string.Concat(table.GetProperty("cells").EnumerateArray().Select(cell =>
        $"{cell.GetProperty("row")},{cell.GetProperty("column")} {Span(cell, "columnSpan")}x{Span(cell, "rowSpan")} {(cell.TryGetProperty("figure", out var figure) ? figure : cell.GetProperty("label"))}\n"));

    private static int Span(JsonElement cell, string name) => cell.TryGetProperty(name, out var span) ? span.GetInt32() : 1;
}
