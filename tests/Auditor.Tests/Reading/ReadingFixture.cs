using System.Globalization;
using System.Text;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Auditor.Tests.Reading;

/// <summary>A portal on loopback, a reader that reads it, and pages of a plausible column to put on it.</summary>
public abstract class ReadingFixture : IAsyncLifetime
{
    protected static readonly DateOnly Today = new(2026, 11, 23);

    private readonly PlainPageSource _source = new();
    private Dictionary<string, PageMemory> _remembered = [];

    private protected CannedPortal Portal { get; private set; } = null!;

    protected IReadOnlyList<string> Asked => [.. Portal.Log.Select(asked => asked.PathAndQuery)];

    public async ValueTask InitializeAsync() => Portal = await CannedPortal.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads a column and remembers its pages, as an audit does.</summary>
    private protected async Task<ColumnReading> ReadAsync(
        string path,
        DateOnly? since = null,
        IEnumerable<string>? known = null,
        ReadingOptions? options = null,
        ColumnKind kind = ColumnKind.Notice,
        IPageSource? source = null,
        IPageSource? rendered = null,
        Func<DateOnly, DateOnly, int?>? workingDays = null)
    {
        var reader = new ColumnReader(source ?? _source, options ?? new(), NullLogger<ColumnReader>.Instance, rendered, workingDays);
        var question = new ReadingQuestion(Today, since, (known ?? []).ToHashSet(StringComparer.Ordinal)) { Remembered = _remembered };
        var reading = await reader.ReadAsync(Some.Column(Portal.At(path), kind: kind), question, TestContext.Current.CancellationToken);
        _remembered = reading.Memories?.ToDictionary(memory => memory.Address) ?? _remembered;
        return reading;
    }

    /// <summary>The verdict the reading leads to for a notice column.</summary>
    protected Verdict VerdictOf(ColumnReading reading) => Judge.Decide(Some.Column(Portal.At("tzgg/")), reading.Sighting, Today, WarningLeads.Default).Verdict;

    protected static DateOnly? NewestOf(ColumnReading reading) => Assert.IsType<Sighting.Listed>(reading.Sighting).Items.Max(item => item.PublishedOn);

    /// <summary>A static list page: rows of these days, a pager below.</summary>
    protected static string List(string pager, params string[] days) => Page(RowsOf(days), pager);

    /// <summary>Ten rows, a week apart, the newest on a day; numbered apart from other pages by <paramref name="page"/>.</summary>
    protected static string Ten(string newest, int page, string pager) => Page(
        string.Concat(Enumerable.Range(0, 10).Select(index => Row(Day(newest).AddDays(-7 * index), page * 10 + index))),
        pager);

    protected static string RowsOf(params string[] days) => string.Concat(days.Select((day, index) => Row(Day(day), index)));

    protected static string Row(DateOnly day, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"<li><span>{day:yyyy-MM-dd}</span><a href=\"/tzgg/{day:yyyyMM}/t{day:yyyyMMdd}_{10000 + number}.html\" target=\"_blank\">关于某事项的公告之{number}</a></li>\n");

    protected static string Page(string rows, string pager = "") => new StringBuilder()
        .Append("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>通知公告</title><meta name=\"ColumnName\" content=\"通知公告\"></head><body>")
        .Append("<div class=\"location\"><a href=\"../\" class=\"CurrChnlCls\">政务公开</a>&nbsp;&gt;&nbsp;<a href=\"./\" class=\"CurrChnlCls\">通知公告</a></div>")
        .Append("<div class=\"main\"><h2>通知公告</h2><ul class=\"list\">\n").Append(rows).Append("</ul>")
        .Append("<div class=\"page\">").Append(pager).Append("</div></div></body></html>").ToString();

    protected static string Trs(int pages, int current) => string.Create(CultureInfo.InvariantCulture, $"<script>createPageHTML({pages}, {current}, \"index\", \"html\");</script>");

    protected static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
