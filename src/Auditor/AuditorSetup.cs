using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>Registers the auditor with all that it is made of; the records must be registered beside it.</summary>
public static class AuditorSetup
{
    /// <summary>What finds fault with the auditor's settings; alone, so that settings can be checked without starting anything.</summary>
    public static IServiceCollection AddAuditorValidators(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>()
        .AddSingleton<IValidateOptions<ReadingOptions>, ReadingOptionsValidator>()
        .AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>()
        .AddSingleton<IValidateOptions<Schedule.ScheduleOptions>, Schedule.ScheduleOptionsValidator>();

    /// <param name="configured">
    /// The addresses that configuration or the operator names. Loopback may be connected to only where one of them stands there.
    /// </param>
    public static IServiceCollection AddAuditor(this IServiceCollection services, IEnumerable<Uri> configured)
    {
        services.AddFetch();
        services.AddSingleton(new ConfiguredSites(configured));
        services.AddSingleton(provider => new ColumnReader(
            provider.GetRequiredService<IPageSource>(),
            provider.GetRequiredService<IAuditArchive>(),
            provider.GetRequiredService<IOptions<ReadingOptions>>().Value,
            provider.GetRequiredService<ILogger<ColumnReader>>(),
            provider.GetRequiredService<IOptions<FetchOptions>>().Value.Rendering ? provider.GetRequiredService<RenderedPageSource>() : null,
            provider.GetRequiredService<WorkingCalendar>().WorkingDaysAfter));
        services.AddSingleton<HomePage>();
        services.AddSingleton<Audit>();
        services.AddSingleton<Discovery>();
        services.AddSingleton<RunAudit>(provider => provider.GetRequiredService<Audit>().RunAsync);
        services.AddSingleton<ProbeHome>(provider => provider.GetRequiredService<HomePage>().ProbeAsync);
        return services;
    }

    /// <summary>Every address a section's configuration names.</summary>
    public static IEnumerable<Uri> AddressesOf(PortalSection section) => section.Columns.Select(column => column.Url).Prepend(section.Portal);
}
