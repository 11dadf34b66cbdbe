using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Auditor.Reports;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Records.Warc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>
/// Looks at every column of a section once and tells the truth about each: fetch → extract → judge → keep, column by column, then
/// count, compare with the run before, and alert. A column's failure is its own finding and never stops the others.
/// </summary>
/// <remarks>
/// Each column is kept as soon as it is judged, so a run that is killed loses at most the columns in hand; the next run of the same day
/// goes on where it stopped. What a column was compared with is kept beside what was seen, so that a continued run alerts on the same
/// changes the interrupted one would have.
/// </remarks>
internal sealed class Audit(
    ColumnReader reader,
    HomePage homePage,
    ReportWatch annualReports,
    IAuditArchive archive,
    EvidenceFiles evidence,
    TimeProvider clock,
    IOptions<AuditOptions> options,
    IOptions<RecordsOptions> records,
    ILogger<Audit> logger)
{
    private readonly AuditOptions _options = options.Value;

    /// <summary>Audits one section.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; what was finished is kept.</exception>
    public async Task<AuditReport> RunAsync(AuditRequest request, IAuditProgress? progress, CancellationToken cancellationToken)
    {
        await using var run = await BeginAsync(request, cancellationToken);
        progress?.Starting(request.Section);

        var home = await ProbeHomeAsync(run, cancellationToken);
        await LookAtColumnsAsync(run, progress, cancellationToken);

        var inspection = await InspectAsync(run, home, cancellationToken);
        var reports = await annualReports.CheckAsync(run.Section, run.Today, cancellationToken);
        var alerts = await AlertAsync(run, reports, cancellationToken);
        return await FinishAsync(run, inspection, alerts, cancellationToken);
    }

    private async Task<AuditRun> BeginAsync(AuditRequest request, CancellationToken cancellationToken)
    {
        var (section, today) = request;
        var now = clock.GetUtcNow();
        var states = await StandingsAsync(section.Agency, cancellationToken);
        var last = await archive.LastRunAsync(section.Agency, cancellationToken);
        if (last is { FinishedAt: null } && last.Today == today && now - last.StartedAt < _options.ContinueWithin)
        {
            var looked = await archive.LookedInRunAsync(section.Agency, last.RunId, cancellationToken);
            Log.AuditContinued(logger, section.Agency.Value, last.RunId, looked.Count);
            return AuditRun.Continued(section, today, last.RunId, last.StartedAt, states, looked, evidence);
        }

        var run = AuditRun.Started(section, today, now, states, evidence);
        await archive.AppendAsync(new RunStarted(section.Agency, now, run.Id, today, section.Columns.Count), cancellationToken);
        return run;
    }

    /// <summary>
    /// Where the columns stand. One whose removal was told has no standing any more: it is not told again, and when it comes back that
    /// is a change of the columns (栏目调整) like the first time.
    /// </summary>
    private async Task<IReadOnlyDictionary<ColumnId, ColumnState>> StandingsAsync(AgencyCode agency, CancellationToken cancellationToken)
    {
        var states = await archive.StatesAsync(agency, cancellationToken);
        if (states.Count == 0)
            return states;

        var told = await archive.AlertsAsync(agency, states.Values.Min(state => state.LookedAt), cancellationToken);
        var removals = told.Where(alert => alert.Kind == nameof(AlertKind.ColumnRemoved)).ToList();
        return states.Values
            .Where(state => !removals.Exists(alert => alert.At > state.LookedAt && alert.Key.StartsWith($"{agency}/{state.Column}/removed@", StringComparison.Ordinal)))
            .ToDictionary(state => state.Column);
    }

    private async Task<HomeProbed?> ProbeHomeAsync(AuditRun run, CancellationToken cancellationToken)
    {
        var probed = await homePage.ProbeAsync(run.Section, run.Today, cancellationToken);
        if (probed is not null)
            await archive.AppendAsync(probed, cancellationToken);
        return probed;
    }

    private Task LookAtColumnsAsync(AuditRun run, IAuditProgress? progress, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.MaxParallelColumns, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(run.Section.Columns, parallel, async (column, token) =>
        {
            var looked = run.LookedAt(column) ?? await LookAsync(run, column, token);
            run.Keep(looked);
            progress?.Looked(column, looked.Judgement);
        });
    }

    private async Task<ColumnLooked> LookAsync(AuditRun run, Column column, CancellationToken cancellationToken)
    {
        var known = await archive.KnownDatesAsync(run.Section.Agency, column.Id, cancellationToken);
        var question = QuestionOf(run, column, known) with { Remembered = await archive.RecallAsync(run.Section.Agency, column.Id, cancellationToken) };
        var reading = await ReadAsync(run, column, question, cancellationToken);
        var judgement = Judged(run, column, reading);
        if (run.LacksRecord(column, judgement, reading, IsRenewalDay(run.Today, column.Id)) && await ReadAsync(run, column, question with { InFull = true }, cancellationToken) is { Sighting: not Sighting.CouldNotLook } inFull)
        {
            reading = inFull;
            judgement = Judged(run, column, reading);
        }

        var looked = new ColumnLooked(
            run.Section.Agency,
            clock.GetUtcNow(),
            run.Id,
            column.Id,
            column.Name,
            column.KeyArea,
            judgement,
            CountOf(judgement, reading, known, run.CountBefore(column.Id)),
            await EvidenceOfAsync(run, column, judgement, reading, cancellationToken),
            run.FailuresInRow(column.Id, judgement),
            NewItems(reading.Sighting, known),
            [.. reading.Notes, .. MovedDates(reading.Sighting, known)],
            run.Before(column.Id));
        await archive.AppendAsync(looked, cancellationToken);
        if (reading.Memories is { } memories)
            await archive.RememberAsync(run.Section.Agency, column.Id, memories, cancellationToken);
        return looked;
    }

    private Judgement Judged(AuditRun run, Column column, ColumnReading reading)
    {
        var judgement = Judge.Decide(column, reading.Sighting, run.Today, _options.Leads);
        return judgement.Verdict is Verdict.Container && !run.Section.ChildrenOf(column).Any()
            ? judgement with { Reason = Reason.ChildrenNotConfigured }
            : judgement;
    }

    private static ReadingQuestion QuestionOf(AuditRun run, Column column, IReadOnlyDictionary<string, DateOnly?> known) =>
        new(run.Today, ItemsSince(run.Today), IsSweepDay(run.Today, column.Id) ? new HashSet<string>() : known.Keys.ToHashSet(StringComparer.Ordinal));

    /// <summary>The edge at which a fault of ours becomes a finding of one column instead of the end of the run.</summary>
    private async Task<ColumnReading> ReadAsync(AuditRun run, Column column, ReadingQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(column, question, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // one column is an edge: whatever is wrong with it, the others are looked at
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ColumnFaulted(logger, fault, run.Section.Agency.Value, column.Id.Value);
            return new(new Sighting.CouldNotLook(Reason.AuditorFault, fault.GetType().Name), null, "", "", [], null, 0);
        }
    }

    /// <summary>In the first quarter the yearly report is still being written, so last year's items are counted too.</summary>
    private static DateOnly ItemsSince(DateOnly today) => new(today.Month <= 3 ? today.Year - 1 : today.Year, 1, 1);

    /// <summary>
    /// Once a week a column's pager is walked without stopping at known items: a walk that failed half-way in an earlier run is made
    /// good, and changed dates further down are noticed. Columns take turns over the week.
    /// </summary>
    private static bool IsSweepDay(DateOnly today, ColumnId column) => IsTurnOf(column, today, 7);

    /// <summary>A finding that lasts is kept anew several times within the retention, or its only bytes would be removed while it lasts.</summary>
    private bool IsRenewalDay(DateOnly today, ColumnId column) => IsTurnOf(column, today, Math.Max(1, records.Value.EvidenceRetention.Days / 4));

    private static bool IsTurnOf(ColumnId column, DateOnly today, int everyDays) => (today.DayNumber + column.Value.Sum(c => c)) % everyDays == 0;

    /// <summary>
    /// A walk that stopped at known ground counted only the way there: below it lies what was counted before. Not exact, because what
    /// was taken down there since is noticed on the next sweep.
    /// </summary>
    private static ItemCount? CountOf(Judgement judgement, ColumnReading reading, IReadOnlyDictionary<string, DateOnly?> known, ItemCount? before) => reading.Sighting switch
    {
        _ when judgement.Verdict is Verdict.Container => null,
        Sighting.Listed { Count: { Exact: false } seen } listed when reading.End is WalkEnd.KnownGround && before is { } counted
            => new ItemCount(Math.Max(seen.Number, counted.Number + listed.Items.Count(item => !known.ContainsKey(item.Address))), false),
        Sighting.Listed listed => listed.Count,
        Sighting.NothingListed => new ItemCount(0, true),
        _ => null,
    };

    private static List<SightedItem> NewItems(Sighting sighting, IReadOnlyDictionary<string, DateOnly?> known) =>
        sighting is Sighting.Listed listed
            ? [.. listed.Items.Where(item => !known.TryGetValue(item.Address, out var day) || day != item.PublishedOn).DistinctBy(item => item.Address)]
            : [];

    /// <summary>伪造发稿日期 is a veto of the inspection: a shown day that changed is worth a quiet word.</summary>
    private static IEnumerable<Note> MovedDates(Sighting sighting, IReadOnlyDictionary<string, DateOnly?> known) =>
        sighting is not Sighting.Listed listed
            ? []
            : from item in listed.Items
              let before = known.GetValueOrDefault(item.Address)
              where before is not null && item.PublishedOn is not null && item.PublishedOn != before
              select new Note(NoteKind.DateMoved, item.Address, $"{before:yyyy-MM-dd} → {item.PublishedOn:yyyy-MM-dd}");

    private static async Task<Evidence?> EvidenceOfAsync(AuditRun run, Column column, Judgement judgement, ColumnReading reading, CancellationToken cancellationToken)
    {
        if (reading.Deciding is not { } receipt)
            return null;

        var keep = judgement.NeedsAction && !receipt.Body.IsEmpty;
        var record = keep
            ? await run.Evidence.KeepAsync(receipt, cancellationToken)
            : run.EarlierRecord(column.Id, receipt.Sha256);
        return new(receipt.Asked.AbsoluteUri, receipt.Final.AbsoluteUri, receipt.At, receipt.Status, receipt.Sha256, reading.Rung, reading.Text, record);
    }

    private async Task<Inspection> InspectAsync(AuditRun run, HomeProbed? home, CancellationToken cancellationToken)
    {
        var week = await archive.ProbesAsync(run.Section.Agency, clock.GetUtcNow().AddDays(-7), cancellationToken);
        return Inspection.Of(run.Judged, run.Today, home?.Newest, [.. week.Select(p => new ProbeResult(p.At, p.Opened))], _options.Limits);
    }

    private async Task<IReadOnlyList<Alert>> AlertAsync(AuditRun run, IReadOnlyList<Alert> reports, CancellationToken cancellationToken)
    {
        var agency = run.Section.Agency;
        var told = await archive.AlertsAsync(agency, run.EarliestStanding, cancellationToken);
        var alerts = ColumnDiff.Between(agency, run.Standings, run.Judged, run.Failures, run.Today, _options.Leads, _options.LostSightAfter).Concat(reports).ToList();
        var keys = told.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in alerts.Where(alert => !keys.Contains(alert.Key)))
            await archive.AppendAsync(new AlertRaised(agency, clock.GetUtcNow(), alert.Key, alert.Kind.ToString(), alert.ColumnName), cancellationToken);
        return alerts;
    }

    private async Task<AuditReport> FinishAsync(AuditRun run, Inspection inspection, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        var finished = clock.GetUtcNow();
        await archive.AppendAsync(new RunFinished(run.Section.Agency, finished, run.Id), cancellationToken);
        evidence.PurgeOlderThan(records.Value.EvidenceRetention);

        var years = await archive.ItemsByYearAsync(run.Section.Agency, cancellationToken);
        var published = await archive.CountPublicationsAsync(run.Section.Agency, run.Today.Year, cancellationToken);
        var report = run.Report(finished, inspection, published, alerts, years);
        Log.AuditFinished(logger, run.Section.Agency.Value, report.Columns.Count, (finished - run.StartedAt).TotalSeconds, report.Findings.Count());
        return report;
    }
}
