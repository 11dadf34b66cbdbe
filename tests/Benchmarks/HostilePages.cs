using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Auditor.Extract;
using Disclosure.Columns;

namespace Disclosure.Benchmarks;

/// <summary>The worst pages known to this trade, each up to the size cap, with the time one reading takes.</summary>
internal static class HostilePages
{
    private const int Cap = 2 * 1024 * 1024;

    private static readonly string[] Broken =
    [
        "<div>", "<li><a href=x>t</p>", "<table><tr><td>", "<font color=red>", "<b><p>", "<a href=x>", "<span>", "<ul><li>", "<form><input>", "<!--", "<![CDATA[", "<", "&", "<a title=\"", "</div>", "<td>2024-01-01", "<li><a href='t20240101_1.html'>x</a><span>2024-01-01</span>",
    ];

    public static int Measure()
    {
        var column = new Column(ColumnId.Parse("c"), "通知公告", [], new Uri("http://portal.example/c/"), ColumnKind.Notice, UpdateWindow.HalfYear, false, null);
        foreach (var piece in Broken)
        {
            var text = new StringBuilder(Cap).Insert(0, piece, Cap / piece.Length).ToString();
            var clock = Stopwatch.StartNew();
            var seen = PageReader.Read(new PageText(column.Url, text, false, "text/html"), column, new DateOnly(2026, 11, 23));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{piece,-60}{clock.ElapsedMilliseconds,8} ms  {seen.GetType().Name}"));
        }

        return 0;
    }
}
