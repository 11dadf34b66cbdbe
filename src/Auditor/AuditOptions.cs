using System.ComponentModel.DataAnnotations;
using Disclosure.Columns;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>How columns are judged and how much of a portal is read.</summary>
public sealed class AuditOptions
{
    /// <summary>The section of <c>appsettings.json</c> it is bound to.</summary>
    public const string Section = "Audit";

    /// <summary>Days ahead at which a column is announced as turning stale; 30 and 7 when nothing is written.</summary>
    /// <remarks>Null by default, because the configuration binder adds to a default list instead of replacing it.</remarks>
    [LeadDays(ErrorMessage = "Audit:WarningDays must hold 1 to 10 numbers of days between 1 and 366, as in [30, 7].")]
    public IReadOnlyList<int>? WarningDays { get; init; }

    /// <summary>Runs in a row without sight of a column after which staff are told.</summary>
    [Range(1, 30)]
    public int LostSightAfter { get; init; } = 2;

    /// <summary>Columns that are looked at side by side; how often one host is asked is another matter (Fetch).</summary>
    [Range(1, 256)]
    public int MaxParallelColumns { get; init; } = 8;

    /// <summary>How long after its start an interrupted run of the same day is continued instead of begun again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ContinueWithin { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Visits to each home page a day, evenly spaced; the inspection makes at least 20.</summary>
    [Range(20, 288)]
    public int ProbesPerDay { get; init; } = 24;

    /// <summary>The numbers of the inspection rules.</summary>
    [Required]
    [ValidateObjectMembers]
    public InspectionLimitOptions InspectionLimits { get; init; } = new();

    /// <summary>The warning leads in force.</summary>
    internal WarningLeads Leads => WarningDays is { } days ? new(days) : WarningLeads.Default;

    /// <summary>The limits as the inspection counts with them.</summary>
    internal InspectionLimits Limits => new(
        InspectionLimits.NewsAndNotices,
        InspectionLimits.ShouldUpdate,
        InspectionLimits.Blank,
        InspectionLimits.HomePageDays,
        InspectionLimits.UnreachableShare,
        InspectionLimits.ProbesPerWeek);
}

/// <summary>The limits of the veto items (国办秘函〔2019〕19号), as settings because superiors set stricter ones.</summary>
public sealed class InspectionLimitOptions
{
    /// <summary>Overdue news columns plus overdue first-level notice and policy columns.</summary>
    [Range(1, 1000)]
    public int NewsAndNotices { get; init; } = 5;

    /// <summary>Columns that should be updated and were not.</summary>
    [Range(1, 1000)]
    public int ShouldUpdate { get; init; } = 10;

    /// <summary>Columns that hold nothing.</summary>
    [Range(1, 1000)]
    public int Blank { get; init; } = 5;

    /// <summary>Days the home page may go without a new item.</summary>
    [Range(1, 365)]
    public int HomePageDays { get; init; } = 14;

    /// <summary>Share of failed visits from which a site counts as unreachable.</summary>
    [Range(0.001, 1.0)]
    public double UnreachableShare { get; init; } = 0.05;

    /// <summary>Visits in a week from which the share is judged at all.</summary>
    [Range(1, 2016)]
    public int ProbesPerWeek { get; init; } = 140;
}

/// <summary>Each lead is a number of days that <see cref="WarningLeads"/> takes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LeadDaysAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is not IReadOnlyList<int> days || (days.Count is >= 1 and <= 10 && days.All(day => day is >= 1 and <= 366));
}

/// <summary>Checks <see cref="AuditOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class AuditOptionsValidator : IValidateOptions<AuditOptions>;
