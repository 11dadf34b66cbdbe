using Disclosure.Auditor.Extract;

namespace Disclosure.Auditor.Tests.Extract;

public class HtmlTreeTests
{
    private const int TwoMegabytes = 2 * 1024 * 1024;

    public static TheoryData<string, bool> BrokenMarkup => new()
    {
        { "<div>", false },
        { "<li><a href=x>text</p>", true },
        { "<table><tr><td>", false },
        { "<font>", true },
        { "<b><p>", true },
        { "<i>", true },
        { "<a href=x>", true },
        { "<p>", true },
        { "<option>", true },
        { "<td>", true },
        { "<tr>", true },
        { "<dt><dd>", true },
        { "<ul><li>", false },
        { "<x-y>", false },
        { "</div>", true },
        { "</p></li>", true },
        { "<", true },
        { "<!", true },
        { "<!--", true },
        { "<!-->", true },
        { "<a b='", true },
        { "<a b=\"x\" ", true },
        { "<script>", true },
        { "<textarea>", true },
        { "<title>", true },
        { "&#x", true },
        { "<a", true },
        { "<br>", true },
        { "<span></span>", true },
        { "<form><tr>", false },
        { "<html><body>", true },
        { "<p><div></p>", false },
        { "<b><i></b></i>", true },
        { "<![CDATA[", true },
        { "\0<\0", true },
    };

    [Theory]
    [MemberData(nameof(BrokenMarkup))]
    public async Task Broken_markup_ends_in_a_tree_or_a_fault(string piece, bool readable)
    {
        foreach (var times in (int[])[2_000, 20_000])
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));

            var document = await Parsed(text);

            if (times == 2_000)
                Assert.Equal(readable, document is not null);
        }

        await Parsed(string.Concat(Enumerable.Repeat(piece, TwoMegabytes / piece.Length)));
    }

    private static async Task<HtmlAgilityPack.HtmlDocument?> Parsed(string text)
    {
        string? fault = null;
        var parsing = Task.Factory.StartNew(() => HtmlTree.TryParse(text, out fault), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var document = await parsing.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        _ = document?.DocumentNode.InnerText;
        Console.WriteLine($"{text.Length,9} {watch.ElapsedMilliseconds,6} ms {text[..Math.Min(20, text.Length)].Replace('\0', '0')} {(document is null ? fault : "ok")}");
        Assert.Equal(document is null, fault is not null);
        return document;
    }
}
