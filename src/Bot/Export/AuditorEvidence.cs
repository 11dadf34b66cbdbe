using Disclosure.Auditor.Portals;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>What the auditor's archive can say for a year's report. Null where it cannot: then a person is asked, and nothing is guessed.</summary>
internal sealed class AuditorEvidence(IAuditArchive archive)
{
    /// <summary>How many items were published in the year; null when nothing of the year was seen while it ran, for then old items may be missing.</summary>
    public async Task<PublicationCount?> PublishedAsync(AuditedAgency agency, int year, CancellationToken cancellationToken)
    {
        var published = await archive.PublicationsAsync(agency.Agency.Code, year, cancellationToken);
        return published.Any(one => one.FirstSeen.Year <= year) ? PublicationCount.Of(year, published.Select(one => one.KeyArea)) : null;
    }

    /// <summary>The last whole run on which the year's report may rest: of the year itself, or of the months in which reports are written.</summary>
    public async Task<PromiseEvidence?> PromiseAsync(AuditedAgency agency, int year, CancellationToken cancellationToken)
    {
        if (agency.Section is not { } section
            || await archive.LastRunAsync(agency.Agency.Code, cancellationToken) is not { FinishedAt: not null } run
            || run.Today < new DateOnly(year, 1, 1)
            || run.Today > new DateOnly(year + 1, 3, 31))
        {
            return null;
        }

        var states = await archive.StatesAsync(agency.Agency.Code, cancellationToken);
        var judged = section.Columns.Select(column => new JudgedColumn(column, Judgement(states.GetValueOrDefault(column.Id), run))).ToList();
        return new(HalfYearPromise.Of(judged, run.Today), judged.Count, run.Today);
    }

    /// <summary>A column the run did not look at is not seen, whatever an earlier run saw.</summary>
    private static Judgement Judgement(ColumnState? state, RunSummary run) =>
        state is not null && state.LookedAt >= run.StartedAt ? state.Judgement : new(Verdict.Undetermined, Reason.NotLookedYet, null, null, null);
}
