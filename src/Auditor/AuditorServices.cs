using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Reports;
using Disclosure.Auditor.Schedule;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>Registers the auditor with all that it is made of; the records are registered beside it.</summary>
public static class AuditorServices
{
    /// <summary>Nothing is asked, opened or started until one of the parts is used.</summary>
    /// <param name="named">
    /// The addresses that configuration or the command line names. Loopback may be connected to only where one of them stands there.
    /// </param>
    /// <param name="ours">Sites that this process serves itself and may ask without a pause.</param>
    public static IServiceCollection AddAuditor(this IServiceCollection services, IReadOnlyList<Uri> named, IReadOnlyList<Uri> ours)
    {
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddSingleton<IValidateOptions<ReadingOptions>, ReadingOptionsValidator>();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
        services.AddFetch();
        services.AddSingleton(new ConfiguredSites(named, ours));
        services.AddSingleton(provider => new ColumnReader(
            provider.GetRequiredService<IPageSource>(),
            provider.GetRequiredService<IOptions<ReadingOptions>>().Value,
            provider.GetRequiredService<ILogger<ColumnReader>>(),
            provider.GetRequiredService<IOptions<FetchOptions>>().Value.Rendering ? provider.GetRequiredService<RenderedPageSource>() : null,
            provider.GetRequiredService<WorkingCalendar>().WorkingDaysAfter));
        services.AddSingleton<HomePage>();
        services.AddSingleton(provider => new PublishedReports(provider.GetRequiredService<IPageSource>(), provider.GetRequiredService<IOptions<FetchOptions>>().Value.ReportCap));
        services.AddSingleton<ReportWatch>();
        services.AddSingleton<Audit>();
        services.AddSingleton<Discovery>();
        services.AddSingleton<RunAudit>(provider => provider.GetRequiredService<Audit>().RunAsync);
        services.AddSingleton<ProbeHome>(provider => provider.GetRequiredService<HomePage>().ProbeAsync);
        return services;
    }
}
