using Disclosure.Auditor;
using Disclosure.Auditor.Schedule;
using Disclosure.Bot.Settings;
using Disclosure.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot;

/// <summary>Puts the program together: the one place that knows every part.</summary>
internal static class DeskHost
{
    /// <summary>The parts every command may use. None of them opens anything before it is used.</summary>
    /// <param name="named">The addresses the configuration or the command line names.</param>
    /// <param name="ours">The sites this program serves itself.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, IReadOnlyList<Uri> named, IReadOnlyList<Uri> ours) => services
        .AddRecords()
        .AddAuditor(named, ours)
        .AddSingleton<IValidateOptions<DeadlineOptions>, DeadlineOptionsValidator>()
        .AddSingleton<IValidateOptions<SampleOptions>, SampleOptionsValidator>();

    /// <param name="served">Hears of every audit; with it comes the schedule and a log to follow. Without it one command runs and logs only what went wrong.</param>
    /// <param name="more">What the caller registers besides, over what is here.</param>
    public static IHost Build(DeskConfig config, Terminal terminal, AuditDone? served, Action<IServiceCollection>? more)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "disclosure-desk" });
        builder.Configuration.AddConfiguration(config.Settings);
        AddLogging(builder.Logging, config.Settings, serving: served is not null);

        builder.Services.AddSingleton(terminal.Clock);
        builder.Services.AddSingleton(config.Calendar);
        builder.Services.AddSingleton(config.Rules);
        builder.Services.AddSingleton(new AuditRoster(config.Agencies));
        builder.Services.AddDesk(config.Addresses, config.OwnSites);
        foreach (var section in SettingsSection.All)
            section.Bind(builder.Services, config.Settings);
        if (served is not null)
            builder.Services.AddSingleton(served).AddAuditSchedule(terminal.Clock);
        more?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>The log goes to standard error, so that a table or JSON on standard output stays whole.</summary>
    private static void AddLogging(ILoggingBuilder logging, IConfiguration settings, bool serving)
    {
        logging.AddConfiguration(settings.GetSection("Logging"));
        logging.SetMinimumLevel(serving ? LogLevel.Information : LogLevel.Error);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss zzz ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
