using Disclosure.Auditor.Extract;

namespace Disclosure.Auditor.Portals;

/// <summary>Reads <c>config/profiles/*.json</c>, what is known of each platform beyond the general rules; the shipped ones stand where a file is absent.</summary>
public static class ProfileFiles
{
    /// <summary>Puts a folder's profiles to use in this process.</summary>
    /// <returns>One line for each fault, naming file and key; with any, nothing changes.</returns>
    public static IReadOnlyList<string> Use(string folder)
    {
        try
        {
            PlatformProfiles.Use(PlatformProfiles.Load(folder));
            return [];
        }
        catch (FormatException faults)
        {
            return faults.Message.Split('\n');
        }
    }
}
