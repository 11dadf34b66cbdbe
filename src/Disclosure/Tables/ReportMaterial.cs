using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Tables;

/// <summary>Everything a year's report is made from. What is null is not known, and the report then asks a person instead of guessing.</summary>
/// <param name="Entered">The year's own entries: table two, texts, channel reviews, state.</param>
public sealed record ReportMaterial(Agency Agency, ReportYear Entered, RequestTable Requests, RemedyTable Remedies)
{
    /// <summary>How requests were handled beyond their results.</summary>
    public HandlingCounts? Handling { get; init; }

    /// <summary>Items published in the year, as the auditor counted them.</summary>
    public PublicationCount? Published { get; init; }

    /// <summary>The auditor's evidence for 无空白栏目、无半年以上未更新栏目.</summary>
    public PromiseEvidence? Promise { get; init; }

    /// <summary>Columns added, removed or renamed in the year.</summary>
    public int? ColumnAdjustments { get; init; }

    public AgencyContact? Contact { get; init; }

    /// <summary>For a parent: its children's reports, which take the register's place.</summary>
    public RollUp? Children { get; init; }

    /// <summary>Last year's figures as locked in our own record; what staff entered as published goes before them.</summary>
    public ReportFigures? PreviousLocked { get; init; }

    /// <summary>The words of last year's report.</summary>
    public ReportProse? PreviousProse { get; init; }
}

/// <summary>What the auditor saw of the columns.</summary>
/// <param name="Columns">How many were looked at.</param>
public sealed record PromiseEvidence(HalfYearPromise Seen, int Columns, DateOnly On);

/// <summary>How a year's requests were handled, beyond what the tables hold.</summary>
/// <param name="Corrections">补正 notices of the year.</param>
/// <param name="Extensions">Extensions that were told to the applicant.</param>
/// <param name="Consultations">Third parties and agencies that were asked.</param>
/// <param name="AnsweredLate">Answered in the year, after the term.</param>
/// <param name="Overdue">Open on 31 December past the term.</param>
/// <param name="FeeNotices">Fee notices of the year (国办函〔2020〕109号).</param>
/// <param name="FeesYuan">Fees collected in the year.</param>
public sealed record HandlingCounts(int Corrections, int Extensions, int Consultations, int AnsweredLate, int Overdue, int FeeNotices, decimal FeesYuan);
