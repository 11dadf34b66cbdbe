using System.Text.RegularExpressions;
using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Register;
using Disclosure.Requests;

namespace Disclosure.Bot.Settings;

/// <summary>Reads <c>config/staff.json</c>: codes and roles, no names.</summary>
/// <remarks>Without the file nobody can act on a request, and the rest of the program works: an office may only want its columns watched.</remarks>
internal static partial class StaffFile
{
    /// <summary>The file's name in the configuration folder.</summary>
    public const string FileName = "staff.json";

    /// <summary>The keys one person may have.</summary>
    public static readonly IReadOnlyList<string> Keys = ["id", "agency", "roles"];

    /// <summary>The roles as they are written in the file.</summary>
    public static readonly IReadOnlyDictionary<string, Roles> RoleNames = Roster.Given.ToDictionary(role => Kebab.Of(role.ToString()), StringComparer.Ordinal);

    /// <param name="agencies">The agencies there are; a person belongs to one of them.</param>
    /// <param name="problems">Gets every problem of the file.</param>
    public static Roster Read(string configFolder, IReadOnlyList<AgencyCode> agencies, ICollection<ConfigProblem> problems)
    {
        var file = Path.Combine(configFolder, FileName);
        if (!File.Exists(file) || ConfigFile.ReadList(file, Keys, ProblemKind.NoStaff, problems) is not { } entries)
            return new([]);

        var members = new List<StaffMember>();
        foreach (var entry in entries)
        {
            if (ReadMember(entry, agencies) is not { } member)
                continue;
            if (members.Exists(other => other.Id == member.Id))
                entry.Add("id", ProblemKind.DuplicateStaff, member.Id);
            else
                members.Add(member);
        }

        foreach (var (agency, role) in from agency in members.Select(member => member.Agency).Distinct() from role in Roster.Given where (Roster.Needed & role) != 0 select (agency, role))
        {
            if (!members.Exists(member => member.Agency == agency && member.Actor.Is(role)))
                problems.Add(new(file, "", ProblemKind.RoleUnfilled, agency.Value, Kebab.Of(role.ToString())));
        }

        return new(members);
    }

    private static StaffMember? ReadMember(ConfigObject entry, IReadOnlyList<AgencyCode> agencies)
    {
        var id = entry.Text("id", required: true);
        if (id is not null && !Id().IsMatch(id))
        {
            entry.Add("id", ProblemKind.BadStaffId, id);
            id = null;
        }

        var agency = AgencyOf(entry, agencies);
        var roles = RolesOf(entry);
        return id is not null && agency is { } code && roles is { } held ? new(id, code, held) : null;
    }

    private static AgencyCode? AgencyOf(ConfigObject entry, IReadOnlyList<AgencyCode> agencies)
    {
        if (entry.Text("agency", required: true) is not { } text)
            return null;
        if (AgencyCode.TryParse(text, out var code) && agencies.Contains(code))
            return code;
        entry.Add("agency", ProblemKind.UnknownStaffAgency, text, string.Join(", ", agencies));
        return null;
    }

    private static Roles? RolesOf(ConfigObject entry)
    {
        if (entry.Texts("roles", required: true) is not { } names)
            return null;
        var held = Roles.None;
        foreach (var name in names)
        {
            if (RoleNames.TryGetValue(name, out var role))
                held |= role;
            else
                entry.Add("roles", ProblemKind.BadRole, name, string.Join(", ", RoleNames.Keys));
        }

        if (names.Count == 0)
            entry.Add("roles", ProblemKind.NoRoles, string.Join(", ", RoleNames.Keys));
        if ((held & Roles.Admin) == 0 || (held & Roster.Approving) == 0)
            return held is Roles.None ? null : held;
        entry.Add("roles", ProblemKind.AdminApproves);
        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{1,29}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
