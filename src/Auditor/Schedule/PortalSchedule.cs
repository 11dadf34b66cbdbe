using System.Security.Cryptography;
using System.Text;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>Puts every portal on the schedule when the program starts: its audits, the probes of its home page, and the watch over both.</summary>
/// <remarks>
/// One job per portal, grouped by host: a county's townships share one host, and the scheduler runs one audit of a host at a time, on
/// whatever node. Probes are outside that group, because an audit of hours would otherwise leave a gap in the day's visits; the pace per
/// host is kept below, where pages are fetched.
/// </remarks>
internal sealed class PortalSchedule(
    ISchedulerFactory schedulers,
    AuditRoster roster,
    IAuditArchive archive,
    TimeProvider clock,
    IOptions<ScheduleOptions> schedule,
    IOptions<AuditOptions> audit,
    ILogger<PortalSchedule> logger) : IHostedService
{
    public const string HostGroup = "host:";
    private const string Audits = "audits";
    private const string Probes = "probes";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var (section, plan) in roster.Entries)
        {
            await ScheduleAuditsAsync(scheduler, section, plan, cancellationToken);
            await ScheduleProbesAsync(scheduler, section, cancellationToken);
        }

        var watch = JobBuilder.Create<WatchJob>().WithIdentity("watch").Build();
        await scheduler.ScheduleJob(watch, Every(schedule.Value.WatchEvery, clock.GetUtcNow() + schedule.Value.WatchEvery, "watch", "watch"), cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ScheduleAuditsAsync(IScheduler scheduler, PortalSection section, AuditPlan plan, CancellationToken cancellationToken)
    {
        var agency = section.Agency.Value;
        var job = JobBuilder.Create<AuditJob>().WithIdentity(agency, Audits).StoreDurably().RequestRecovery().UsingJobData(AuditJob.Agency, agency).Build();
        var triggers = new List<ITrigger>
        {
            Audit(agency, "planned", section).WithCronSchedule(plan.Cron, cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build(),
        };

        var now = clock.GetUtcNow();
        if (schedule.Value.CatchUp && plan.IsBehind(await archive.LastRunAsync(section.Agency, cancellationToken), now))
        {
            Log.CatchingUp(logger, agency);
            triggers.Add(Audit(agency, "catch-up", section).StartAt(now).Build());
        }

        await scheduler.ScheduleJob(job, triggers, cancellationToken: cancellationToken);
        Log.Scheduled(logger, agency, plan.Text, plan.NextAfter(now));
    }

    private async Task ScheduleProbesAsync(IScheduler scheduler, PortalSection section, CancellationToken cancellationToken)
    {
        var agency = section.Agency.Value;
        var every = TimeSpan.FromDays(1) / audit.Value.ProbesPerDay;
        var job = JobBuilder.Create<ProbeJob>().WithIdentity(agency, Probes).UsingJobData(AuditJob.Agency, agency).Build();
        await scheduler.ScheduleJob(job, Every(every, clock.GetUtcNow() + Offset(agency, every), agency, Probes), cancellationToken: cancellationToken);
    }

    /// <summary>How long after the start an agency's first probe is made: anywhere within one interval, always the same for one agency.</summary>
    internal static TimeSpan Offset(string agency, TimeSpan interval)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(agency));
        return interval * (BitConverter.ToUInt16(hash) / (double)ushort.MaxValue);
    }

    private TriggerBuilder<AuditJob> Audit(string agency, string name, PortalSection section) => TriggerBuilder.Create<AuditJob>(clock)
        .WithIdentity($"{agency}/{name}", Audits)
        .WithExecutionGroup(HostGroup + section.Portal.Host)
        .WithOverlapPolicy(OverlapPolicy.Skip)
        .WithRetryPolicy(RetryPolicy.Exponential(3, TimeSpan.FromMinutes(5)));

    private ITrigger Every(TimeSpan interval, DateTimeOffset first, string name, string group) => TriggerBuilder.Create(clock)
        .WithIdentity(name, group)
        .StartAt(first)
        .WithSimpleSchedule(simple => simple.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
        .Build();
}
