using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Auditor;
using Disclosure.Columns;
using Spectre.Console;

namespace Disclosure.Bot.Commands;

/// <summary>Shows people what an audit found: what to act on first comes first, then the counts an inspector would make.</summary>
/// <remarks>
/// On a terminal a table; into a file or a pipe one column per line with tabs between, because a table folded to a guessed width can be
/// neither read nor searched.
/// </remarks>
internal sealed class AuditTable(Terminal terminal, Phrases phrases)
{
    private const string None = "—";

    private static readonly string[] HeadingKeys = ["Table.Column", "Table.Verdict", "Table.Newest", "Table.StaleOn", "Table.DaysLeft", "Table.Items", "Table.Reason"];

    private static readonly Comparer<ColumnResult> ByUrgency = Comparer<ColumnResult>.Create((left, right) => Rank(left).CompareTo(Rank(right)));

    private IEnumerable<string> Headings => HeadingKeys.Select(key => phrases.Of(key));

    public void Write(IReadOnlyList<AuditReport> reports, IReadOnlyDictionary<AgencyCode, string> names)
    {
        foreach (var (index, report) in reports.Index())
        {
            if (index > 0)
                terminal.Out.WriteLine();
            terminal.Out.WriteLine(phrases.Of("Table.Title", ("name", names.GetValueOrDefault(report.Agency, report.Agency.Value)), ("portal", report.Portal.OriginalString), ("today", Iso(report.Today))));
            var rows = report.Columns.Index().OrderBy(c => c.Item, ByUrgency).ThenBy(c => c.Index).Select(c => c.Item).ToList();
            if (terminal.IsInteractive)
                WriteTable(rows, report.Today);
            else
                WriteLines(rows, report.Today);
            foreach (var line in new AuditSummary(phrases).Lines(report))
                terminal.Out.WriteLine(line);
        }
    }

    private static (bool Rests, int Urgency, int DaysLeft) Rank(ColumnResult column) =>
        (!column.NeedsAction, column.Judgement.Verdict.Urgency(), column.Judgement.DaysLeft ?? int.MaxValue);

    private void WriteLines(List<ColumnResult> rows, DateOnly today)
    {
        terminal.Out.WriteLine(string.Join('\t', Headings));
        foreach (var row in rows)
            terminal.Out.WriteLine(string.Join('\t', Cells(row, today).Select(OneLine)));
    }

    private void WriteTable(List<ColumnResult> rows, DateOnly today)
    {
        var table = new Table().RoundedBorder();
        foreach (var heading in Headings)
            table.AddColumn(new TableColumn(Markup.Escape(heading)));
        // Names and reasons may fold; a folded date or number cannot be compared with the one above it.
        foreach (var narrow in table.Columns.Take(6).Skip(1))
            narrow.NoWrap();
        foreach (var row in rows)
            table.AddRow(Cells(row, today).Select((cell, index) => index == 1 ? new Text(OneLine(cell), StyleOf(row)) : new Text(OneLine(cell))));
        terminal.Screen().Write(table);
    }

    private string[] Cells(ColumnResult row, DateOnly today)
    {
        var judgement = row.Judgement;
        return
        [
            row.Column.FullName,
            phrases.Verdict(judgement.Verdict),
            judgement.Newest is { } newest ? Iso(newest) : None,
            judgement.StaleOn is { } staleOn ? Iso(staleOn) : None,
            judgement.DaysLeft is { } left ? left.ToString(CultureInfo.InvariantCulture) : None,
            row.Count is { } count ? count.Exact ? count.Number.ToString(CultureInfo.InvariantCulture) : phrases.Of("Table.AtLeast", ("n", count.Number)) : None,
            phrases.Reason(row.Column, judgement, today),
        ];
    }

    private static Style StyleOf(ColumnResult row) => row.Judgement.Verdict switch
    {
        _ when !row.NeedsAction => Style.Plain,
        Verdict.Stale or Verdict.Empty or Verdict.Undated => new Style(Color.Red),
        Verdict.DueSoon => new Style(Color.Yellow),
        _ => new Style(Color.Purple),
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
