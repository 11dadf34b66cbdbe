using Disclosure.Bot.Sample;
using Disclosure.Bot.Settings;
using Disclosure.Columns;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Bot.Commands;

/// <summary>Starts the sample portal for as long as a command runs, when a column on its address is to be audited.</summary>
internal static class SamplePortalHost
{
    /// <returns>Null when no column needs it, it is switched off, or one (of a running <c>serve</c>) answers already.</returns>
    public static async Task<SamplePortal?> StartAsync(DeskConfig config, IReadOnlyList<PortalSection> sections, TimeProvider clock, CancellationToken cancellationToken)
    {
        var options = config.Settings.GetSection(SampleOptions.Section).Get<SampleOptions>() ?? new SampleOptions();
        if (!options.Enabled || !sections.Any(section => section.Columns.Any(column => IsOn(column.Url, options.Listen))))
            return null;
        if (await SamplePortal.AnswersAtAsync(options.Listen, cancellationToken))
            return null;
        return await SamplePortal.StartAsync(options.Listen, options.Folder, clock, cancellationToken);
    }

    private static bool IsOn(Uri address, Uri listen) =>
        address.Scheme == listen.Scheme && address.Port == listen.Port && string.Equals(address.Host, listen.Host, StringComparison.OrdinalIgnoreCase);
}
