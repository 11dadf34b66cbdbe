using System.Runtime.CompilerServices;

namespace Disclosure.Tests.Shared;

/// <summary>Where things stand in the checkout the tests were compiled from.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Disclosure.slnx")))
                return folder;
        }

        throw new InvalidOperationException($"No Disclosure.slnx above {here}: run the tests from a checkout.");
    }
}
