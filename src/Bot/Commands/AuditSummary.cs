using System.Globalization;
using Disclosure.Auditor;
using Disclosure.Columns;

namespace Disclosure.Bot.Commands;

/// <summary>The lines under an audit's table: how many of what, the inspection's counts against its limits, the yearly promise, what is new.</summary>
internal sealed class AuditSummary(Phrases phrases)
{
    /// <summary>Places shown of each kind of note.</summary>
    private const int NotesShown = 5;

    public IEnumerable<string> Lines(AuditReport report)
    {
        yield return Counts(report);
        yield return Count("Summary.NewsAndNotices", report.Inspection.NewsAndNotices);
        yield return Count("Summary.ShouldUpdate", report.Inspection.ShouldUpdate);
        yield return Count("Summary.Blank", report.Inspection.Blank);
        yield return HomePage(report.Inspection.HomePage, report.Today);
        yield return Availability(report.Inspection.Availability);
        yield return Promise(report.Promise);
        yield return phrases.Of("Summary.Publications", ("year", report.Publications.Year), ("n", report.Publications.Total), ("key", report.Publications.KeyArea), ("other", report.Publications.Other));
        foreach (var line in Notes(report))
            yield return line;
        if (report.Resumed)
            yield return phrases.Of("Summary.Resumed");
        foreach (var line in Alerts(report))
            yield return line;
    }

    private string Counts(AuditReport report)
    {
        var counts = report.Columns
            .GroupBy(column => column.Judgement.Verdict)
            .OrderBy(group => group.Key.Urgency())
            .Select(group => phrases.Of("Summary.Count", ("verdict", phrases.Verdict(group.Key)), ("n", group.Count())));
        return phrases.Of("Summary.Counts", ("columns", report.Columns.Count), ("counts", string.Join(phrases.Of("Summary.Comma"), counts)));
    }

    private string Count(string key, InspectionCount count)
    {
        var line = phrases.Of(key, ("count", count.Count), ("limit", count.Limit));
        return count.Exceeded ? phrases.Of("Summary.Exceeded", ("line", line)) : line;
    }

    private string HomePage(HomePageFinding found, DateOnly today)
    {
        if (found is not { Stale: { } stale, Newest: { } newest })
            return phrases.Of("Summary.HomePage.Unknown");
        return phrases.Of(stale ? "Summary.HomePage.Stale" : "Summary.HomePage.Fine", ("newest", phrases.Day(newest, today)), ("days", found.LimitDays));
    }

    private string Availability(AvailabilityFinding found)
    {
        var key = found.Exceeded switch
        {
            null => "Summary.Availability.TooFew",
            true => "Summary.Availability.Exceeded",
            false => "Summary.Availability.Fine",
        };
        return phrases.Of(key, ("probes", found.Probes), ("failures", found.Failures), ("share", Percent(found.FailingShare ?? 0)), ("limit", Percent(found.Limit)));
    }

    private string Promise(HalfYearPromise promise)
    {
        var key = promise.Kept switch
        {
            true => "Summary.Promise.Kept",
            false => "Summary.Promise.Broken",
            null => "Summary.Promise.Unknown",
        };
        return phrases.Of(key, ("empty", promise.Empty.Count), ("silent", promise.Silent.Count), ("unseen", promise.Unseen.Count));
    }

    /// <summary>What an inspector would look at, each with its place; a whole column's worth of the same is cut after a few.</summary>
    private IEnumerable<string> Notes(AuditReport report)
    {
        var kinds = report.Columns
            .SelectMany(column => column.Notes, (column, note) => (column.Column, Note: note))
            .GroupBy(found => found.Note.Kind)
            .OrderBy(group => group.Key)
            .ToList();
        if (kinds.Count > 0)
            yield return phrases.Of("Summary.Notes");
        foreach (var kind in kinds)
        {
            yield return "  " + phrases.Of("Summary.Note", ("note", phrases.Note(kind.Key)), ("n", kind.Count()));
            foreach (var (column, note) in kind.Take(NotesShown))
                yield return "    " + phrases.Of("Summary.NotePlace", ("column", column.Name), ("address", note.Address), ("detail", note.Detail)).TrimEnd();
            if (kind.Count() > NotesShown)
                yield return "    " + phrases.Of("Summary.NotesMore", ("n", kind.Count() - NotesShown));
        }
    }

    /// <summary>What changed since the run before.</summary>
    public IEnumerable<string> Alerts(AuditReport report)
    {
        yield return report.Alerts.Count == 0 ? phrases.Of("Summary.NoAlerts") : phrases.Of("Summary.Alerts", ("n", report.Alerts.Count));
        var columns = report.Columns.ToDictionary(column => column.Column.Id, column => column.Column);
        foreach (var alert in report.Alerts)
            yield return "  " + phrases.Alert(alert, alert.Column is { } id ? columns.GetValueOrDefault(id) : null, report.Today);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");
}
