using System.Buffers;

namespace Disclosure.Auditor.Extract;

/// <summary>Every list of a page, and which of them is the column's own.</summary>
internal sealed class ColumnLists
{
    /// <summary>Characters an empty list may hold: a head, a spacer, "no information".</summary>
    private const int MostTextOfEmpty = 60;

    private const int MostEmpty = 100;
    private const int LoneBox = -5;
    private const int Undated = -3;

    private static readonly SearchValues<string> NotLists =
        SearchValues.Create(["page", "pag_", "line", "btn", "tab", "dot", "num", "code", "ewm", "clear ", "crumb", "title", "head"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Matters = SearchValues.Create(["con", "body", "main", "list", "nr", "box", "right", "text"], StringComparison.OrdinalIgnoreCase);

    private ColumnLists(List<Candidate> all, Candidate? own, List<RowGroup> navigation) => (All, Own, Navigation) = (all, own, navigation);

    public IReadOnlyList<Candidate> All { get; }

    /// <summary>The column's own container; null when nothing on the page can be taken for it.</summary>
    public Candidate? Own { get; }

    /// <summary>Groups of links that lead to columns, not to items.</summary>
    public IReadOnlyList<RowGroup> Navigation { get; }

    public bool HasDatedElsewhere => All.Any(candidate => candidate.IsDated && candidate != Own);

    /// <summary>Whether a place is a list under a heading that names something else.</summary>
    public bool IsOthers(int at) => All.Any(candidate => candidate is { IsForeign: true, Group: not null } && candidate.Container == at);

    /// <summary>Characters that such lists beside the matter add to it: their days, their heads.</summary>
    public int TextOfOthers(Outline outline, int crumb) => All
        .Where(candidate => candidate is { IsForeign: true, Group: not null } && candidate.Container > crumb && Scope.Surroundings(outline, candidate.Container, crumb) == 0)
        .DistinctBy(candidate => candidate.Container)
        .Sum(candidate => outline[candidate.Container].TextLength - outline[candidate.Container].LinkText);

    public static ColumnLists Find(Sheet sheet, PageNames names)
    {
        var candidates = new List<Candidate>();
        var navigation = new List<RowGroup>();
        foreach (var group in RowGroups.Find(sheet, 0, sheet.Outline.Count))
        {
            if (group.Dated > 0 || LinkShape.AreArticles(sheet, group))
                candidates.Add(new(group.Container, group.Rows[0].From, group));
            else
                navigation.Add(group);
        }

        AddEmpty(sheet.Outline, candidates);
        var headings = Scope.OwnHeadings(sheet.Outline, names);
        AddBare(sheet.Outline, headings.Count > 0 ? headings[0] : names.Crumb, candidates);
        Scope.Score(sheet, names, candidates, headings);
        foreach (var candidate in candidates)
        {
            if (candidate.Group is { } group)
                candidate.Score += (group.Rows.Count == 1 && group.RowTag is Tag.Div or Tag.P or Tag.Section or Tag.A or Tag.Table ? LoneBox : 0) + (group.Dated == 0 ? Undated : 0);
        }

        var own = candidates.Where(candidate => candidate.Score >= 0 && !candidate.IsForeign)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Group is null ? 0 : 1)
            .ThenByDescending(candidate => candidate.Group?.Dated ?? 0).ThenByDescending(candidate => candidate.Group?.Rows.Count ?? 0).FirstOrDefault();
        own = own is { IsDated: true } ? OldestAmongEquals(sheet, own, candidates) : own;
        return new(candidates, own is { Group: not null } ? Joined(sheet.Outline, own, candidates) : own, navigation);
    }

    /// <summary>
    /// Of lists that the page sets equal, the one whose newest day is oldest: what stands beside a column's list is there because it is
    /// new, and a wrong choice may cost an alarm but must not hide one.
    /// </summary>
    private static Candidate OldestAmongEquals(Sheet sheet, Candidate own, List<Candidate> candidates)
    {
        var equals = candidates.Where(other => other == own || (other.IsDated && !other.IsForeign && other.Score == own.Score)).ToList();
        equals.RemoveAll(inner => equals.Exists(outer => outer != inner && outer.Container != inner.Container && sheet.Outline.Holds(outer.Container, inner.Container)));
        return equals.Count < 2 || !equals.Contains(own) ? own : equals.MinBy(candidate => RowReader.ReadGroup(sheet, candidate.Group!).Max(item => item.PublishedOn <= sheet.Today ? item.PublishedOn : null) ?? sheet.Today)!;
    }

    /// <summary>A list cut into blocks of five is one list: equal boxes side by side under no headings of their own.</summary>
    private static Candidate Joined(Outline outline, Candidate own, List<Candidate> candidates)
    {
        var blocks = candidates.Where(other => other.Group is { } group && !other.IsForeign && group.RowTag == own.Group!.RowTag && other.Score >= 0
            && outline[other.Container].Parent == outline[own.Container].Parent && outline[other.Container].Tag == outline[own.Container].Tag
            && StyleOf(other) == StyleOf(own) && other.Heading.At == own.Heading.At).OrderBy(block => block.From).ToList();
        if (blocks.Count < 2)
            return own;
        var rows = blocks.SelectMany(block => block.Group!.Rows).ToList();
        return new(own.Container, blocks[0].From, new(own.Container, own.Group!.RowTag, rows)) { Score = own.Score, Heading = own.Heading };

        string StyleOf(Candidate candidate) => outline[candidate.Container].Node.GetAttributeValue("class", "");
    }

    private static void AddEmpty(Outline outline, List<Candidate> candidates)
    {
        var asked = 0;
        for (var at = 1; at < outline.Count && asked < MostEmpty; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Links > 0 || spot.TextLength > MostTextOfEmpty || !IsEmptyList(outline, at))
                continue;
            asked++;
            var container = Innermost(outline, at);
            candidates.Add(new(container, container, null));
            at = spot.End - 1;
        }
    }

    /// <summary>
    /// The box for the matter that stands empty right under the column's own name. Without it the next list on the page, a sidebar's, would
    /// be the first one under that name.
    /// </summary>
    private static void AddBare(Outline outline, int name, List<Candidate> candidates)
    {
        for (var at = name < 0 ? outline.Count : outline[name].End; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag is Tag.Text && spot.TextLength > 6)
                return;
            if (spot.Links > 0 && spot.TextLength <= 6)
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.TextLength > 0 || spot.Links > 0 || spot.Tag is not (Tag.Div or Tag.Section or Tag.Ul or Tag.Ol or Tag.Table or Tag.Dl))
                continue;
            if (candidates.Exists(candidate => outline.Holds(at, candidate.Container)))
                return;
            if (spot.Tag is not Tag.Div || IsMatter(outline, at))
            {
                candidates.Add(new(at, at, null));
                return;
            }

            at = spot.End - 1;
        }
    }

    /// <summary>Made to hold something: boxes inside, or a name that says so. A spacer is neither.</summary>
    private static bool IsMatter(Outline outline, int at)
    {
        var mark = $"{outline[at].Node.GetAttributeValue("class", "")} {outline[at].Node.GetAttributeValue("id", "")} ";
        if (mark.AsSpan().ContainsAny(NotLists))
            return false;
        var inner = outline.FirstChild(at);
        return mark.AsSpan().ContainsAny(Matters) || (inner < outline[at].End && outline[inner].Tag is Tag.Div or Tag.Section or Tag.Ul or Tag.Table);
    }

    /// <summary>The list inside the boxes around it.</summary>
    private static int Innermost(Outline outline, int at)
    {
        while (OnlyEmptyListIn(outline, at) is { } only)
            at = only;
        return at;
    }

    private static int? OnlyEmptyListIn(Outline outline, int at)
    {
        int? only = null;
        for (var child = outline.FirstChild(at); child < outline[at].End; child = outline.NextSibling(child))
        {
            if (!IsEmptyList(outline, child))
                continue;
            if (only is not null)
                return null;
            only = child;
        }

        return only;
    }

    private static bool IsEmptyList(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        if (spot.Tag is not (Tag.Ul or Tag.Ol or Tag.Table or Tag.Tbody or Tag.Dl or Tag.Div or Tag.Section or Tag.Td or Tag.P))
            return false;
        if (spot.Tag == Tag.Tbody && outline[spot.Parent].Links > 0)
            return false;
        var mark = $"{spot.Node.GetAttributeValue("class", "")} {spot.Node.GetAttributeValue("id", "")}";
        if (mark.AsSpan().ContainsAny(NotLists) && !Scope.IsListNamed(outline, at))
            return false;
        if (EmptySigns.Phrase(outline, at) is not null)
            return true;
        if (Scope.IsListNamed(outline, at) && spot.Tag is not Tag.P)
            return spot.TextLength == 0 || IsHeadOnly(outline, at);
        return spot.Tag switch
        {
            Tag.Ul or Tag.Ol => spot.TextLength == 0,
            Tag.Table or Tag.Tbody => spot.TextLength > 0 && IsHeadOnly(outline, at),
            Tag.Div or Tag.Section => spot.TextLength == 0 && outline.Attribute(at, "id") is { } id && EmptySigns.IsScriptTarget(outline, id),
            _ => false,
        };
    }

    private static bool IsHeadOnly(Outline outline, int at) =>
        outline.Text(at, 60) is var head && head.Contains("标题", StringComparison.Ordinal) || head.Contains("名称", StringComparison.Ordinal) || head.Contains("日期", StringComparison.Ordinal);
}
