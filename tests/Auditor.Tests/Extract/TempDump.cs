using Disclosure.Auditor.Extract;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Tests.Extract;

public class TempDump
{
    [Fact]
    public void Dump()
    {
        foreach (var file in Directory.GetFiles("/work/shared/pages", "*.html").Append("/work/wt/markup/tests/Auditor.Tests/Extract/fixtures/trs/stale.html"))
        {
            var text = File.ReadAllText(file);
            var page = new PageText(new("http://a.gov.cn/b/c/"), text, false, "text/html");
            var column = new Column(ColumnId.Parse("c"), "部门动态", [], new("http://a.gov.cn/b/c/"), ColumnKind.Notice, UpdateWindow.HalfYear, false, null);
            double T(Action a)
            {
                for (var i = 0; i < 60; i++) a();
                var w = System.Diagnostics.Stopwatch.StartNew();
                for (var i = 0; i < 200; i++) a();
                return w.Elapsed.TotalMicroseconds / 200;
            }
            var repair = T(() => MarkupRepair.Repair(text, out _));
            var hap = T(() => { var d = new HtmlDocument { OptionFixNestedTags = true, OptionMaxNestedChildNodes = 256 }; d.LoadHtml(text); });
            var tree = T(() => HtmlTree.TryParse(text, out _));
            var doc = HtmlTree.TryParse(text, out _)!;
            var outline = T(() => new Outline(doc));
            var all = T(() => PageReader.Read(page, column, new(2026, 1, 1)));
            Console.WriteLine($"{Path.GetFileName(file),-32} {text.Length,7} ch repair {repair,6:0} hap {hap,6:0} tree {tree,6:0} outline {outline,6:0} all {all,6:0} us");
        }
    }
}
