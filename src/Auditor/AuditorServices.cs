using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Schedule;
using Disclosure.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>Registers the auditor.</summary>
public static class AuditorServices
{
    /// <summary>Nothing is asked, opened or started until one of the parts is used.</summary>
    /// <param name="named">The addresses the configuration or the command line names; only these may lie on this machine.</param>
    public static IServiceCollection AddAuditor(this IServiceCollection services, IReadOnlyList<Uri> named)
    {
        services.AddFetch();
        services.AddSingleton(_ => new ConfiguredSites(named));
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
        services.AddSingleton<Discovery>();
        services.AddSingleton<ProbeHome>(provider => HomeVisits(provider.GetRequiredService<HomeProbe>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static ProbeHome HomeVisits(HomeProbe probe, TimeProvider clock) => async (section, _, cancellationToken) =>
    {
        var at = clock.GetUtcNow();
        var visit = await probe.VisitAsync(section.Portal, cancellationToken);
        return visit.Counts ? new HomeProbed(section.Agency, at, section.Portal.AbsoluteUri, visit.Opened, visit.Took, visit.Detail, Newest: null) : null;
    };
}
