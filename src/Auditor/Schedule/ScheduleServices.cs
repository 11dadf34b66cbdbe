using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>Registers the schedule of audits and probes; only <c>serve</c> has one.</summary>
public static class ScheduleServices
{
    /// <remarks>
    /// Stopping interrupts the audit in hand and waits for it to put its pen down: what it has looked at is kept, and the next start
    /// continues it.
    /// </remarks>
    public static IServiceCollection AddAuditSchedule(this IServiceCollection services, TimeProvider clock)
    {
        services.AddSingleton<Watch>();
        services.AddHostedService<PortalSchedule>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "auditor";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseTimeProvider(clock);
            quartz.UseDefaultTimeZone(TownshipTime.TimeZone);
            quartz.UseInMemoryStore();
            quartz.UseExecutionLimits(limits => limits.ForGroupsWithPrefix(PortalSchedule.HostGroup, 1, ExecutionLimitScope.Cluster));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }
}
