using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.Bot.Commands;

/// <summary><c>serve</c>, also without a verb: audits on schedule until it is stopped.</summary>
internal sealed class ServeCommand(Desk desk, SharedOptions shared)
{
    public Command Command()
    {
        var command = new Command("serve", desk.Phrases.Of("Cli.Serve"));
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (desk.Load(shared.Place(parsed), columnFile: null) is not { } config)
            return Exit.CouldNotRun;
        var sections = config.Agencies.Select(agency => agency.Section).OfType<Columns.PortalSection>().ToList();
        if (sections.Count == 0)
            return desk.Refuse("Cli.NothingToAudit", ("file", Auditor.Portals.AgencyFile.FileName));

        await using var sample = await SamplePortalHost.StartAsync(config, config.Addresses, desk.Terminal.Clock, cancellationToken);
        using var host = desk.Host(config, new ServedReports(desk, config).Show);
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(ServeCommand));
        await host.StartAsync(cancellationToken);
        Log.Serving(logger, sections.Count, sections.Sum(section => section.Columns.Count));
        await desk.Terminal.Out.WriteLineAsync(desk.Phrases.Of("Cli.Serving"));
        await StoppedAsync(host, cancellationToken);
        Log.Stopped(logger);
        return Exit.Fine;
    }

    /// <summary>Waits for Ctrl-C, then stops the parts in turn; being stopped is how serving ends, not a failure.</summary>
    private static async Task StoppedAsync(IHost host, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => asked.TrySetResult());
        await using var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => asked.TrySetResult());
        await asked.Task;
        await host.StopAsync(CancellationToken.None);
    }
}
