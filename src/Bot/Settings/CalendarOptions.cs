using Disclosure.Auditor.Portals;

namespace Disclosure.Bot.Settings;

/// <summary>Which region's festivals stand beside the national calendar, and whether they decide in law.</summary>
internal sealed class CalendarOptions
{
    /// <summary>The section of <c>appsettings.json</c> it is bound to.</summary>
    public const string Section = "Calendar";

    /// <summary>The key that names the region.</summary>
    public const string RegionKey = $"{Section}:{nameof(Region)}";

    /// <summary>The name of a file in <c>calendar/regional</c>; empty for none.</summary>
    public string Region { get; init; } = "";

    /// <summary>From this day on the region's festivals are days off in the legal count too; without it they are only shown beside.</summary>
    /// <remarks>Whether such days count in statutory limits is unsettled. The national count is the earlier one, so it is the safe default.</remarks>
    public DateOnly? RegionDecidesFrom { get; init; }

    /// <summary>What cannot be meant.</summary>
    public IEnumerable<ConfigProblem> Faults(string folder) => Region.Length == 0 && RegionDecidesFrom is not null
        ? [new(folder, $"{Section}:{nameof(RegionDecidesFrom)}", ProblemKind.SettingNeedsAnother, RegionKey)]
        : [];
}
