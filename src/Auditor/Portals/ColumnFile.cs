using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Auditor.Portals;

/// <summary>
/// Reads <c>config/columns/*.json</c>: which columns an agency's section has, and what each is held to. Only a column's name and
/// address must be written; the rest follows from them.
/// </summary>
public static class ColumnFile
{
    /// <summary>The keys a column file may have.</summary>
    public static readonly IReadOnlyList<string> FileKeys = ["agency", "portal", "columns"];

    /// <summary>The keys one column may have.</summary>
    public static readonly IReadOnlyList<string> ColumnKeys = ["id", "name", "path", "url", "kind", "window", "keyArea", "exempt"];

    /// <summary>The agency of a file that names none and is not in <c>agencies.json</c>.</summary>
    public static readonly AgencyCode Local = AgencyCode.Parse("local");

    private static readonly Dictionary<string, ColumnKind> Kinds =
        Enum.GetValues<ColumnKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads the files of one agency's section as one.</summary>
    /// <param name="agency">Whose section it is; null takes it from the file.</param>
    /// <param name="portal">The portal where the files name none.</param>
    /// <param name="problems">Gets every problem of every file.</param>
    /// <returns>The section, or null when an error was added.</returns>
    public static PortalSection? Read(IReadOnlyList<string> files, AgencyCode? agency, Uri? portal, ICollection<ConfigProblem> problems)
    {
        var found = new List<ConfigProblem>();
        var columns = new SectionDraft(portal);
        foreach (var file in files)
        {
            if (ConfigFile.Read(file, FileKeys, found) is { } root)
                agency = ReadFile(root, agency, columns);
        }

        columns.Check(found);
        foreach (var problem in found)
            problems.Add(problem);
        return found.Exists(problem => !problem.IsWarning) ? null : new(agency ?? Local, columns.Portal!, columns.Build());
    }

    private static AgencyCode? ReadFile(ConfigObject root, AgencyCode? agency, SectionDraft draft)
    {
        if (root.Text("agency") is { } written)
        {
            if (!AgencyCode.TryParse(written, out var code))
                root.Add("agency", ProblemKind.BadAgencyCode, written);
            else if (agency is { } expected && expected != code)
                root.Add("agency", ProblemKind.AgencyDiffers, written, expected.Value);
            else
                agency = code;
        }

        var hasPortal = draft.TakePortal(root);
        if (root.Objects("columns", ColumnKeys, ProblemKind.NoColumns) is not { } columns)
            return agency;
        foreach (var column in columns)
            ReadColumn(column, hasPortal, draft);
        return agency;
    }

    private static void ReadColumn(ConfigObject column, bool portalIsSound, SectionDraft draft)
    {
        var name = column.Text("name", required: true);
        var address = draft.Address(column, portalIsSound);
        var path = column.Texts("path") ?? [];
        var kind = KindOf(column) ?? (name is null ? ColumnKind.General : ColumnNames.KindOf(name, path));
        var window = WindowOf(column) ?? UpdateWindow.For(kind);
        var keyArea = column.Flag("keyArea") ?? (name is not null && ColumnNames.IsKeyArea(name, path));
        var exempt = column.Text("exempt");
        ColumnId? id = null;
        if (column.Text("id") is { } text)
        {
            if (ColumnId.TryParse(text, out var parsed))
                id = parsed;
            else
                column.Add("id", ProblemKind.BadId, text);
        }

        draft.Add(column, id, address, (named, url) => new(named, name ?? "", path, url, kind, window, keyArea, exempt));
    }

    private static ColumnKind? KindOf(ConfigObject column)
    {
        if (column.Text("kind") is not { } text)
            return null;
        if (Kinds.TryGetValue(text, out var kind))
            return kind;
        column.Add("kind", ProblemKind.BadKind, text, string.Join(", ", Kinds.Keys));
        return null;
    }

    private static UpdateWindow? WindowOf(ConfigObject column)
    {
        if (column.Text("window") is not { } text)
            return null;
        if (UpdateWindow.TryParse(text, out var window))
            return window;
        column.Add("window", ProblemKind.BadWindow, text);
        return null;
    }
}
