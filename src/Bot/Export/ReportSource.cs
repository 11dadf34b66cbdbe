using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>Makes a year's report from what is kept: the register, the year's own entries, and what the auditor has seen.</summary>
/// <param name="agencies">Every configured agency.</param>
/// <param name="rules">How deadlines are counted.</param>
/// <param name="today">The day it is made on.</param>
internal sealed class ReportSource(IRegister register, AuditorEvidence seen, IReadOnlyList<AuditedAgency> agencies, DeskRules rules, DateOnly today)
{
    private static readonly Phrases Texts = Phrases.In(Language.Zh);

    /// <summary>One agency's own report.</summary>
    public async Task<ReportFile> ReadAsync(AuditedAgency agency, int year, CancellationToken cancellationToken)
    {
        var cases = await CasesAsync(agency.Agency.Code, cancellationToken);
        var material = await MaterialAsync(agency, year, cases, cancellationToken);
        var rows = RowsOf(agency.Agency.Name, year, cases.Select(one => one.Case));
        var isBegun = rows.Count > 0 || material.Entered.LastOn is not null;
        return new(Composed(material), rows, isBegun);
    }

    /// <summary>
    /// The sum of the agencies below, each rolled up itself where it has some, and of the agency's own report where it has begun one;
    /// who cannot be added up is named in the findings.
    /// </summary>
    public async Task<ReportFile> RollUpAsync(AuditedAgency parent, int year, CancellationToken cancellationToken)
    {
        var below = new List<(Agency Agency, ReportFile File)>();
        if (await ReadAsync(parent, year, cancellationToken) is { IsBegun: true } own)
            below.Add((parent.Agency, own));
        foreach (var child in Below(parent))
            below.Add((child.Agency, HasBelow(child) ? await RollUpAsync(child, year, cancellationToken) : await ReadAsync(child, year, cancellationToken)));

        var children = below.Select(one => new ChildReport(one.Agency.Code, one.Agency.Name, one.File.IsBegun ? one.File.Report.Figures : null, one.File.Report.Findings));
        var material = await MaterialAsync(parent, year, [], cancellationToken);
        // What the parent published and how its own columns stand says nothing of those below it.
        return new(
            Composed(material with { Children = RollUp.Of(children), Handling = null, Published = null, Promise = null }),
            [.. below.SelectMany(one => one.File.Register)],
            below.Exists(one => one.File.IsBegun));
    }

    public bool HasBelow(AuditedAgency parent) => Below(parent).Any();

    private IEnumerable<AuditedAgency> Below(AuditedAgency parent) => agencies.Where(other => other.Agency.Parent == parent.Agency.Code);

    private async Task<ReportMaterial> MaterialAsync(AuditedAgency agency, int year, List<(RequestCase Case, IReadOnlyList<LedgerEntry> Entries)> cases, CancellationToken cancellationToken)
    {
        var entered = await YearAsync(agency.Agency.Code, year, cancellationToken);
        var locked = (await YearAsync(agency.Agency.Code, year - 1, cancellationToken)).Frozen?.Figures;
        return new(
            agency.Agency,
            entered,
            RequestTable.Of(year, cases.Select(one => one.Case.Counted).OfType<CountedCase>(), entered.Previous?.Figures ?? locked),
            RemedyTable.Of(year, cases.SelectMany(one => one.Case.CountedRemedies)))
        {
            Contact = agency.Agency.Contact,
            Handling = Handling.Of(year, cases, rules, today),
            Published = await seen.PublishedAsync(agency, year, cancellationToken),
            Promise = await seen.PromiseAsync(agency, year, cancellationToken),
            PreviousLocked = locked,
        };
    }

    private async Task<ReportYear> YearAsync(AgencyCode agency, int year, CancellationToken cancellationToken) =>
        ReportYear.Of(agency, year, (await register.ReadYearAsync(agency, year, cancellationToken)).Entries);

    private async Task<List<(RequestCase Case, IReadOnlyList<LedgerEntry> Entries)>> CasesAsync(AgencyCode agency, CancellationToken cancellationToken)
    {
        var cases = new List<(RequestCase, IReadOnlyList<LedgerEntry>)>();
        await foreach (var history in register.ReadAllClosedAsync(agency, cancellationToken))
            cases.Add((RequestCase.Fold(history.Id, history.Entries), history.Entries));
        return cases;
    }

    private List<RegisterRow> RowsOf(string agency, int year, IEnumerable<RequestCase> cases)
    {
        var rows = new List<RegisterRow>();
        foreach (var one in cases)
        {
            if (one.Counted is not { } counted || RequestTable.RowsOf(counted, year) is null)
                continue;
            var deadline = one.DeadlineOn(today, rules);
            rows.Add(new(agency, counted.Number, counted.Applicant, one.Channel, counted.ReceivedOn, deadline?.AnswerBy, deadline?.Provisional ?? false, counted.Outcome, counted.DecidedOn, one.State));
        }

        rows.Sort((left, right) => left.Number.CompareTo(right.Number));
        return rows;
    }

    private static AnnualReport Composed(ReportMaterial material) => ReportComposer.Compose(material, (key, values) => Texts.Of(key, values));
}
