using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Requests;

namespace Disclosure.Bot.Register.Import;

/// <summary>
/// Takes over an existing register: every row becomes the moves the office made then, and each of them has to be lawful by the same table as
/// a move of today. One refused row refuses the file, so that nobody has to find out which half of a register is in.
/// </summary>
/// <param name="source">The file's name, for the reason that back-dated entries carry.</param>
internal sealed class RegisterImport(AgencyCode agency, Roster roster, ImportStaff staff, RegisterWords words, DeskDay day, string source)
{
    private readonly Phrases _phrases = words.Phrases;

    /// <param name="taken">The numbers the register has.</param>
    /// <param name="newId">A case's id, once for every row.</param>
    public ImportResult Read(ImportSheet sheet, ImportMapping mapping, IReadOnlySet<RequestNumber> taken, Func<CaseId> newId)
    {
        var problems = new List<ImportProblem>();
        var columns = ColumnsOf(sheet, mapping, problems);
        if (problems.Count > 0)
            return new([], problems);

        var cases = new List<ImportedCase>();
        var rows = new Dictionary<RequestNumber, int>();
        foreach (var line in sheet.Rows)
        {
            var row = new ImportRow(line.Number, Cells(line, sheet.Headings.Count, columns, mapping, problems), words);
            var clerk = ClerkOf(row);
            var moves = new RowMoves(row, agency, clerk.Id, _phrases.Of("Import.NotRecorded"), staff.Signers.Count).Read();
            if (row.Problems.Count == 0 && row.Value<RequestNumber>("number") is { } number)
                RefuseTaken(row, number, taken, rows);
            if (row.Problems.Count == 0 && Decide(row, newId(), moves, clerk) is { } made)
                cases.Add(made);
            problems.AddRange(row.Problems);
        }

        if (sheet.Rows.Count == 0)
            problems.Add(new(0, "", _phrases.Of("Import.NoRows")));
        return new(cases, problems);
    }

    /// <summary>Whether a text is a heading of ours or of the mapping.</summary>
    public static bool IsHeading(string text, ImportMapping mapping, RegisterWords words) =>
        text.Length > 0 && (Key(mapping.Headings, text) is not null || ColumnOf(text, words) is not null);

    private Dictionary<int, ImportColumn> ColumnsOf(ImportSheet sheet, ImportMapping mapping, List<ImportProblem> problems)
    {
        var columns = new Dictionary<int, ImportColumn>();
        foreach (var (at, heading) in sheet.Headings.Index())
        {
            var ours = Key(mapping.Headings, heading) is { } key ? mapping.Headings[key] : heading;
            if (ours.Length == 0)
                continue;
            if (ColumnOf(ours, words) is not { } column)
                problems.Add(new(sheet.HeadingRow, heading, _phrases.Of("Import.UnknownColumn", ("column", ours), ("near", Nearest.Of(ours, ImportColumns.All.Select(one => one.Heading(_phrases))) ?? "–"))));
            else if (columns.ContainsValue(column))
                problems.Add(new(sheet.HeadingRow, heading, _phrases.Of("Import.ColumnTwice", ("column", column.Heading(_phrases)))));
            else
                columns[at] = column;
        }

        foreach (var column in ImportColumns.All.Where(column => column.IsRequired && !columns.ContainsValue(column) && Default(mapping, column) is null))
            problems.Add(new(sheet.HeadingRow, column.Heading(_phrases), _phrases.Of("Import.ColumnMissing")));
        foreach (var unknown in mapping.Values.Keys.Concat(mapping.Defaults.Keys).Where(heading => ColumnOf(heading, words) is null))
            problems.Add(new(0, unknown, _phrases.Of("Import.MappingUnknown")));
        return columns;
    }

    private Dictionary<ImportColumn, string> Cells(SheetRow line, int headings, Dictionary<int, ImportColumn> columns, ImportMapping mapping, List<ImportProblem> problems)
    {
        var cells = new Dictionary<ImportColumn, string>();
        foreach (var (at, text) in line.Cells.Index())
        {
            if (text.Length == 0)
                continue;
            if (columns.TryGetValue(at, out var column))
                cells[column] = Translated(mapping, column, text);
            // A comma too many moves every cell to its right, so the columns would lie.
            else if (at >= headings)
                problems.Add(new(line.Number, "", _phrases.Of("Import.CellWithoutHeading", ("n", at + 1))));
        }

        foreach (var column in ImportColumns.All.Where(column => !cells.ContainsKey(column)))
        {
            if (Default(mapping, column) is { } value)
                cells[column] = value;
        }

        return cells;
    }

    private StaffMember ClerkOf(ImportRow row)
    {
        if (row.Text("clerk") is not { } id)
            return staff.Clerk;
        var clerks = roster.With(Roles.Clerk | Roles.DisclosureHead, agency);
        if (clerks.FirstOrDefault(member => member.Id == id) is { } clerk)
            return clerk;
        row.Refuse(ImportColumns.Of("clerk"), _phrases.Of("Import.NoSuchClerk", ("id", id), ("known", string.Join(", ", clerks.Select(member => member.Id)))));
        return staff.Clerk;
    }

    private void RefuseTaken(ImportRow row, RequestNumber number, IReadOnlySet<RequestNumber> taken, Dictionary<RequestNumber, int> rows)
    {
        if (taken.Contains(number))
            row.Refuse(ImportColumns.Of("number"), _phrases.Of("Import.NumberTaken", ("number", number)));
        else if (!rows.TryAdd(number, row.Number))
            row.Refuse(ImportColumns.Of("number"), _phrases.Of("Import.NumberTwice", ("number", number), ("row", rows[number])));
    }

    private ImportedCase? Decide(ImportRow row, CaseId id, IReadOnlyList<RowMove> moves, StaffMember clerk)
    {
        var reason = PersonalText.Of(_phrases.Of("Import.Reason", ("file", source), ("row", row.Number)));
        var entries = new List<LedgerEntry>();
        var signed = 0;
        RequestCase? subject = null;
        foreach (var move in moves)
        {
            var actor = move.By switch
            {
                RowActor.Head => staff.Head,
                RowActor.Secrecy => staff.Secrecy,
                RowActor.Signer => staff.Signers[signed++],
                _ => clerk,
            };
            var decision = Moves.Decide(id, subject, new(move.Move, actor.Actor, move.On, reason), day);
            if (decision is Decision.Rejected rejected)
            {
                row.Refuse(move.Column, _phrases.Of("Import.Refused", ("on", Iso.Day(move.On)), ("move", words.Move(move.Move.GetType())), ("by", actor.Id), ("why", _phrases.Refusal(rejected.Why))));
                return null;
            }

            foreach (var entry in ((Decision.Accepted)decision).Cases[0].Entries)
            {
                entries.Add(entry);
                subject = subject is null ? RequestCase.Begin(id, entry) : subject.With(entry);
            }
        }

        return new(row.Number, subject!, entries);
    }

    private string Translated(ImportMapping mapping, ImportColumn column, string text)
    {
        foreach (var (heading, values) in mapping.Values)
        {
            if (ColumnOf(heading, words) == column && Key(values, text) is { } key)
                return values[key];
        }

        return text;
    }

    private string? Default(ImportMapping mapping, ImportColumn column) =>
        mapping.Defaults.Where(pair => ColumnOf(pair.Key, words) == column && pair.Value.Length > 0).Select(pair => pair.Value).FirstOrDefault();

    private static string? Key<T>(IReadOnlyDictionary<string, T> map, string text) =>
        map.Keys.FirstOrDefault(key => RegisterWords.Fold(key) == RegisterWords.Fold(text));

    private static ImportColumn? ColumnOf(string heading, RegisterWords words)
    {
        var folded = RegisterWords.Fold(heading);
        return ImportColumns.All.FirstOrDefault(column => words.Headings(column).Any(name => RegisterWords.Fold(name) == folded));
    }
}

/// <summary>What a file came to: with one problem, nothing of it is taken.</summary>
internal sealed record ImportResult(IReadOnlyList<ImportedCase> Cases, IReadOnlyList<ImportProblem> Problems);

/// <summary>A row as a case.</summary>
internal sealed record ImportedCase(int Row, RequestCase Case, IReadOnlyList<LedgerEntry> Entries);
