using Disclosure.Records;
using Disclosure.Time;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>One visit to an agency's home page, kept for the week's share of failures (站点无法访问: 20 spaced visits a day).</summary>
[DisallowConcurrentExecution]
internal sealed class ProbeJob(AuditRoster roster, ProbeHome probe, IAuditArchive archive, TimeProvider clock, ILogger<ProbeJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var agency = context.MergedJobDataMap.GetString(AuditJob.Agency)!;
        var section = roster.SectionOf(agency);
        try
        {
            if (await probe(section, TownshipTime.DayOf(clock.GetUtcNow()), cancellationToken) is not { } probed)
            {
                // A refusal says nothing of the site; counted as a failure it would make a sound site look out of reach.
                Log.ProbeWasNoVisit(logger, agency);
                return;
            }

            await archive.AppendAsync(probed, cancellationToken);
            if (!probed.Opened)
                Log.HomeDidNotOpen(logger, agency, probed.Address, probed.Took.TotalSeconds, probed.Detail);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // the job is an edge: the next probe comes within the hour and must not be lost with this one
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ProbeFailed(logger, fault, agency);
        }
    }
}
