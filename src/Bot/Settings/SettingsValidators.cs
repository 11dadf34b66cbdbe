using Disclosure.Auditor;
using Disclosure.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>Gathers every project's validators.</summary>
internal static class SettingsValidators
{
    public static IServiceCollection AddSettingsValidators(this IServiceCollection services) => services
        .AddAuditorValidators()
        .AddRecordsValidators()
        .AddSingleton<IValidateOptions<SampleOptions>, SampleOptionsValidator>();
}
