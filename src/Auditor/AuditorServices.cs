using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>Registers the auditor.</summary>
public static class AuditorServices
{
    /// <summary>What finds fault with the auditor's settings; alone, so that settings can be checked without starting anything.</summary>
    public static IServiceCollection AddAuditorValidators(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>()
        .AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>()
        .AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
}
