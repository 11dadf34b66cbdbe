using Disclosure.Bot.Sample;
using Disclosure.Bot.Settings;

namespace Disclosure.Bot.Commands;

/// <summary>Starts the sample portal for as long as a command runs, when an address of it is to be looked at.</summary>
internal static class SamplePortalHost
{
    /// <returns>Null when no address needs it, it is switched off, or one (of a running <c>serve</c>) answers already.</returns>
    public static async Task<SamplePortal?> StartAsync(DeskConfig config, IEnumerable<Uri> addresses, TimeProvider clock, CancellationToken cancellationToken)
    {
        var options = config.Sample;
        if (!options.Enabled || !addresses.Any(address => IsOn(address, options.Listen)))
            return null;
        if (await SamplePortal.AnswersAtAsync(options.Listen, cancellationToken))
            return null;
        return await SamplePortal.StartAsync(options.Listen, options.Folder, clock, cancellationToken);
    }

    private static bool IsOn(Uri address, Uri listen) =>
        address.Scheme == listen.Scheme && address.Port == listen.Port && string.Equals(address.Host, listen.Host, StringComparison.OrdinalIgnoreCase);
}
