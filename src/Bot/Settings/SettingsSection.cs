using Disclosure.Auditor;
using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Schedule;
using Disclosure.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>One section of <c>appsettings.json</c>: which options class it fills, and how to find fault with its values.</summary>
internal sealed record SettingsSection(string Name, Type Options, Action<IServiceCollection, IConfiguration> Bind, Func<IConfiguration, IServiceProvider, IReadOnlyList<string>> Faults)
{
    /// <summary>Every section there is; what is not here cannot be set.</summary>
    public static readonly IReadOnlyList<SettingsSection> All =
    [
        Of<AuditOptions>(AuditOptions.Section),
        Of<FetchOptions>(FetchOptions.Section),
        Of<ReadingOptions>(ReadingOptions.Section),
        Of<RecordsOptions>(RecordsOptions.Section),
        Of<ScheduleOptions>(ScheduleOptions.Section),
        Of<SampleOptions>(SampleOptions.Section),
    ];

    private static SettingsSection Of<T>(string name)
        where T : class, new() => new(
            name,
            typeof(T),
            (services, settings) => services.AddOptions<T>().Bind(settings.GetSection(name)).ValidateOnStart(),
            (settings, services) => FaultsOf(settings.GetSection(name).Get<T>() ?? new T(), services));

    private static List<string> FaultsOf<T>(T options, IServiceProvider services)
        where T : class =>
        [.. services.GetServices<IValidateOptions<T>>()
            .Select(validator => validator.Validate(Microsoft.Extensions.Options.Options.DefaultName, options))
            .Where(result => result.Failed)
            .SelectMany(result => result.Failures!)];
}
