using Disclosure.Records;
using Disclosure.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>One planned audit of one agency's section.</summary>
/// <remarks>
/// A start that another run already made good for is let pass: the start of a catch-up and the planned one may lie minutes apart, and a
/// node that takes over a dead node's job must not audit twice. A failure is thrown on, so that the scheduler tries again by its retry policy.
/// </remarks>
[DisallowConcurrentExecution]
internal sealed class AuditJob(
    AuditRoster roster,
    RunAudit audit,
    IEnumerable<AuditDone> listeners,
    IAuditArchive archive,
    TimeProvider clock,
    IOptions<ScheduleOptions> options,
    ILogger<AuditJob> logger) : IJob
{
    /// <summary>The job's datum that names the agency.</summary>
    public const string Agency = "agency";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var agency = context.MergedJobDataMap.GetString(Agency)!;
        var section = roster.SectionOf(agency);
        var newest = await archive.LastRunAsync(section.Agency, cancellationToken);
        if (newest is { FinishedAt: not null } && newest.StartedAt >= context.ScheduledFireTimeUtc)
        {
            Log.AuditNotNeeded(logger, agency, newest.StartedAt);
            return;
        }

        using var longest = new CancellationTokenSource(options.Value.LongestAudit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, cancellationToken);
        AuditReport report;
        try
        {
            report = await audit(new AuditRequest(section, TownshipTime.DayOf(clock.GetUtcNow())), progress: null, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.AuditStopped(logger, agency);
            throw;
        }
        catch (OperationCanceledException tooLong) when (longest.IsCancellationRequested)
        {
            Log.AuditTooLong(logger, tooLong, agency, options.Value.LongestAudit);
            return;
        }
        catch (Exception fault)
        {
            Log.AuditFailed(logger, fault, agency);
            throw;
        }

        // The audit is finished and kept; a listener that cannot show it must not make it look failed.
        foreach (var tell in listeners)
            tell(report);
    }
}
