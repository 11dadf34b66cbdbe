using System.Text.RegularExpressions;
using Disclosure.Auditor;
using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Schedule;
using Disclosure.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>One section of <c>appsettings.json</c>: which options class it fills, and how to find fault with its values.</summary>
internal sealed record SettingsSection(string Name, Type Options, Action<IServiceCollection, IConfiguration> Bind, Func<IConfiguration, IServiceProvider, IReadOnlyList<SettingsFault>> Faults)
{
    /// <summary>Every section there is; what is not here cannot be set.</summary>
    public static readonly IReadOnlyList<SettingsSection> All =
    [
        Of<AuditOptions>(AuditOptions.Section),
        Of<FetchOptions>(FetchOptions.Section),
        Of<ReadingOptions>(ReadingOptions.Section),
        Of<RecordsOptions>(RecordsOptions.Section),
        Of<ScheduleOptions>(ScheduleOptions.Section),
        Of<CalendarOptions>(CalendarOptions.Section),
        Of<DeadlineOptions>(DeadlineOptions.Section),
        Of<SampleOptions>(SampleOptions.Section),
    ];

    private static SettingsSection Of<T>(string name)
        where T : class, new() => new(
            name,
            typeof(T),
            (services, settings) => services.AddOptions<T>().Bind(settings.GetSection(name)).ValidateOnStart(),
            (settings, services) => FaultsOf(name, settings.GetSection(name).Get<T>() ?? new T(), services));

    private static List<SettingsFault> FaultsOf<T>(string section, T options, IServiceProvider services)
        where T : class =>
        [.. services.GetServices<IValidateOptions<T>>()
            .Select(validator => validator.Validate(section, options))
            .Where(result => result.Failed)
            .SelectMany(result => result.Failures!)
            .Select(SettingsFault.Of)];
}

/// <summary>A value that its key can take but must not have.</summary>
/// <param name="Key">The whole key; empty when only the message names it.</param>
internal sealed partial record SettingsFault(string Key, ProblemKind Kind, params IReadOnlyList<string> Arguments)
{
    /// <remarks>
    /// A generated validator gives ranges a message of its own, with the key in dots; other ranges name the key as people write it. Both
    /// are taken apart so that the sentence can be said in the reader's language.
    /// </remarks>
    public static SettingsFault Of(string failure)
    {
        if (Range().Match(failure) is { Success: true } range)
            return new(range.Groups[1].Value.Replace('.', ':'), ProblemKind.SettingNotBetween, range.Groups[2].Value, range.Groups[3].Value);

        // "Member: message", where the message names the whole key already.
        var end = failure.IndexOf(": ", StringComparison.Ordinal);
        return new("", ProblemKind.SettingRefused, end > 0 && failure[..end].All(char.IsLetterOrDigit) ? failure[(end + 2)..] : failure);
    }

    [GeneratedRegex(@"(?:^|\s)([\w.:]+) must be between (\S+) and ([^\s,]+?)(?:,.*)?\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
