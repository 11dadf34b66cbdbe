using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor.Schedule;

/// <summary>When audits run in <c>serve</c>.</summary>
public sealed class ScheduleOptions
{
    /// <summary>The section of <c>appsettings.json</c> it is bound to.</summary>
    public const string Section = "Schedule";

    /// <summary>The schedule of every agency that writes none of its own: once a day, in the half hour from 7:00, at a minute of the agency's own.</summary>
    [CronText(ErrorMessage = "Schedule:Audits must be a Quartz cron expression (second minute hour day month weekday), as in '0 H(0-29) 7 * * ?'.")]
    public string Audits { get; init; } = "0 H(0-29) 7 * * ?";

    /// <summary>Whether a start that was missed while the program was down is made good for at its next start.</summary>
    public bool CatchUp { get; init; } = true;

    /// <summary>The longest an audit of one portal may take; a longer one is broken off and continued at the next start.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LongestAudit { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How often it is checked that audits still finish.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>The text is a Quartz cron expression.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CronTextAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is string text && AuditPlan.TryParse(text, "", out _, out _);
}

/// <summary>Checks <see cref="ScheduleOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>;
