using Disclosure.Auditor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>Gathers every project's validators.</summary>
internal static class SettingsValidators
{
    public static IServiceCollection AddSettingsValidators(this IServiceCollection services) => services
        .AddAuditorValidators()
        .AddSingleton<IValidateOptions<SampleOptions>, SampleOptionsValidator>();
}
