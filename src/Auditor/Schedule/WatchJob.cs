using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Records;
using Disclosure.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>Watches the watcher: an audit that should have finished and did not is told once, until one finishes again.</summary>
[DisallowConcurrentExecution]
internal sealed class WatchJob(Watch watch) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await watch.LookAsync(cancellationToken);
}

/// <summary>What the watch remembers between looks: since when it watches, and what it has told.</summary>
internal sealed class Watch(AuditRoster roster, IAuditArchive archive, TimeProvider clock, IOptions<ScheduleOptions> options, ILogger<Watch> logger)
{
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private readonly HashSet<AgencyCode> _told = [];

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (section, plan) in roster.Entries)
        {
            try
            {
                var newest = await archive.LastRunAsync(section.Agency, cancellationToken);
                if (!plan.IsOverdue(newest, _since, options.Value.LongestAudit, now))
                    _told.Remove(section.Agency);
                else if (_told.Add(section.Agency))
                    await TellAsync(section.Agency, newest, now, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // the job is an edge: one agency's archive must not hide another's silence
            catch (Exception fault)
#pragma warning restore CA1031
            {
                // An archive that cannot be read is itself a reason why audits do not finish; the other agencies are still looked at.
                Log.WatchFailed(logger, fault, section.Agency.Value);
            }
        }
    }

    private async Task TellAsync(AgencyCode agency, RunSummary? newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Log.AuditorSilent(logger, agency.Value, newest?.FinishedAt);
        var key = $"{agency}/auditor-silent@{TownshipTime.DayOf(now):yyyy-MM-dd}";
        await archive.AppendAsync(new AlertRaised(agency, now, key, nameof(AlertKind.AuditorSilent), ""), cancellationToken);
    }
}
