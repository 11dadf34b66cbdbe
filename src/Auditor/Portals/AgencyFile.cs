using Disclosure.Agencies;
using Disclosure.Auditor.Schedule;
using Disclosure.Columns;

namespace Disclosure.Auditor.Portals;

/// <summary>An agency with what is audited of it.</summary>
/// <param name="Section">Its section on its portal; null for an office that only watches over others.</param>
/// <param name="Plan">When its section is audited.</param>
public sealed record AuditedAgency(Agency Agency, PortalSection? Section, AuditPlan Plan);

/// <summary>Reads <c>config/agencies.json</c> and the column files it names.</summary>
/// <remarks>
/// An agency has one portal, because runs, standings and alerts are kept per agency; an agency with sections on two portals is written
/// as two entries with one parent.
/// </remarks>
public static class AgencyFile
{
    /// <summary>The file's name in the configuration folder.</summary>
    public const string FileName = "agencies.json";

    /// <summary>The keys the file may have.</summary>
    public static readonly IReadOnlyList<string> FileKeys = ["agencies"];

    /// <summary>The keys one agency may have.</summary>
    public static readonly IReadOnlyList<string> AgencyKeys = ["code", "name", "level", "portal", "columns", "schedule", "parent", "contact"];

    /// <summary>The keys of an agency's contact.</summary>
    public static readonly IReadOnlyList<string> ContactKeys = ["office", "address", "phone", "hours", "postCode"];

    private static readonly Dictionary<string, AgencyLevel> Levels =
        Enum.GetValues<AgencyLevel>().ToDictionary(level => level.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <param name="defaultSchedule">The schedule of an agency that writes none.</param>
    /// <param name="problems">Gets every problem of this file and of every column file it names.</param>
    public static IReadOnlyList<AuditedAgency> Read(string configFolder, string defaultSchedule, ICollection<ConfigProblem> problems)
    {
        if (ConfigFile.Read(Path.Combine(configFolder, FileName), FileKeys, problems) is not { } root || root.Objects("agencies", AgencyKeys, ProblemKind.NoAgencies) is not { } entries)
            return [];

        var agencies = entries.Select(entry => (Entry: entry, Agency: ReadAgency(entry, configFolder, defaultSchedule, problems))).Where(read => read.Agency is not null).ToList();
        CheckTree(agencies!);
        return [.. agencies.Select(read => read.Agency!)];
    }

    private static AuditedAgency? ReadAgency(ConfigObject entry, string configFolder, string defaultSchedule, ICollection<ConfigProblem> problems)
    {
        var code = CodeOf(entry, "code", required: true);
        var name = entry.Text("name", required: true);
        var level = LevelOf(entry);
        var parent = CodeOf(entry, "parent");
        var portal = PortalOf(entry);
        var contact = ContactOf(entry);
        var plan = PlanOf(entry, code, defaultSchedule);
        var files = (entry.Texts("columns") ?? []).Select(file => Path.Combine(configFolder, file)).ToList();
        var section = files.Count == 0 ? null : ColumnFile.Read(files, code, portal, problems);
        return code is { } agency && name is not null && plan is not null
            ? new(new(agency, name, level, parent) { Contact = contact }, section, plan)
            : null;
    }

    private static AgencyCode? CodeOf(ConfigObject entry, string key, bool required = false)
    {
        if (entry.Text(key, required) is not { } text)
            return null;
        if (AgencyCode.TryParse(text, out var code))
            return code;
        entry.Add(key, ProblemKind.BadAgencyCode, text);
        return null;
    }

    private static AgencyLevel LevelOf(ConfigObject entry)
    {
        if (entry.Text("level") is not { } text)
            return AgencyLevel.Township;
        if (Levels.TryGetValue(text, out var level))
            return level;
        entry.Add("level", ProblemKind.BadLevel, text, string.Join(", ", Levels.Keys));
        return AgencyLevel.Township;
    }

    /// <summary>Half an address in a published report helps nobody: the office, where it is and its telephone go together.</summary>
    private static AgencyContact? ContactOf(ConfigObject entry)
    {
        if (entry.Part("contact", ContactKeys) is not { } contact)
            return null;
        var (office, address, phone) = (contact.Text("office", required: true), contact.Text("address", required: true), contact.Text("phone", required: true));
        var (hours, postCode) = (contact.Text("hours"), contact.Text("postCode"));
        return office is null || address is null || phone is null ? null : new(office, address, phone, hours, postCode);
    }

    private static Uri? PortalOf(ConfigObject entry)
    {
        if (entry.Text("portal") is not { } text)
            return null;
        if (SectionDraft.TryAddress(text, null, out var portal))
            return portal;
        entry.Add("portal", ProblemKind.BadAddress, text);
        return null;
    }

    private static AuditPlan? PlanOf(ConfigObject entry, AgencyCode? code, string defaultSchedule)
    {
        var text = entry.Text("schedule") ?? defaultSchedule;
        if (AuditPlan.TryParse(text, code?.Value ?? "", out var plan, out var fault))
            return plan;
        entry.Add("schedule", ProblemKind.BadSchedule, text, fault);
        return null;
    }

    private static void CheckTree(IReadOnlyList<(ConfigObject Entry, AuditedAgency Agency)> agencies)
    {
        var parents = new Dictionary<AgencyCode, AgencyCode?>();
        foreach (var (entry, agency) in agencies)
        {
            if (!parents.TryAdd(agency.Agency.Code, agency.Agency.Parent))
                entry.Add("code", ProblemKind.DuplicateAgency, agency.Agency.Code.Value);
        }

        foreach (var (entry, agency) in agencies)
        {
            if (agency.Agency.Parent is not { } parent)
                continue;
            if (!parents.ContainsKey(parent))
                entry.Add("parent", ProblemKind.UnknownParent, parent.Value, string.Join(", ", parents.Keys));
            else if (IsItsOwnAncestor(agency.Agency.Code, parents))
                entry.Add("parent", ProblemKind.ParentCycle, agency.Agency.Code.Value);
        }
    }

    private static bool IsItsOwnAncestor(AgencyCode code, Dictionary<AgencyCode, AgencyCode?> parents)
    {
        var at = parents[code];
        for (var steps = 0; at is { } above && steps < parents.Count; steps++)
        {
            if (above == code)
                return true;
            at = parents.GetValueOrDefault(above);
        }

        return false;
    }
}
