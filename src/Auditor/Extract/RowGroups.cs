namespace Disclosure.Auditor.Extract;

/// <summary>One row of a list as a range of places: an element with its inside, or several siblings that belong together.</summary>
/// <param name="Dated">Whether a day is printed in it.</param>
internal readonly record struct RowRange(int From, int To, bool Dated);

/// <summary>Repeated siblings that each hold a link: a list, or something that looks like one.</summary>
internal sealed record RowGroup(int Container, Tag RowTag, IReadOnlyList<RowRange> Rows)
{
    public int Dated { get; } = Rows.Count(row => row.Dated);

    public bool HoldsInDatedRow(int at) =>
        at >= Rows[0].From && at < Rows[^1].To && Rows.Any(row => row.Dated && at >= row.From && at < row.To);
}

/// <summary>Finds every group of rows in a page, whatever markup they are made of; which of them is the column's own is decided elsewhere.</summary>
internal static class RowGroups
{
    /// <summary>A row holds its item's link and perhaps a short list of related ones; what holds more is a box of lists.</summary>
    private const int MostLinksInRow = 40;

    /// <summary>Lists compared with one another; a page with more is made of something else, and its fullest lists are enough.</summary>
    private const int MostGroups = 200;

    public static List<RowGroup> Find(Sheet sheet, int from, int to)
    {
        var outline = sheet.Outline;
        var groups = new List<RowGroup>();
        var rows = new List<RowRange>();
        for (var at = from; at < to; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Links == 0 || spot.Tag is Tag.A or Tag.Text)
                continue;
            foreach (var tag in TagsOfLinkedChildren(outline, at))
            {
                rows.Clear();
                Collect(sheet, at, tag, rows);
                if (rows.Count > 0 && !AreBoxes(outline, tag, rows))
                    groups.Add(new(at, tag, [.. rows]));
            }

            rows.Clear();
            Flat(sheet, at, rows);
            if (rows.Count > 0)
                groups.Add(new(at, Tag.Text, [.. rows]));
        }

        if (groups.Count > MostGroups)
            groups = [.. groups.OrderByDescending(group => group.Dated).ThenByDescending(group => group.Rows.Count).Take(MostGroups).OrderBy(group => group.Container)];
        DropAroundLists(groups);
        DropInsideRows(groups);
        return groups;
    }

    private static List<Tag> TagsOfLinkedChildren(Outline outline, int at)
    {
        var tags = new List<Tag>(2);
        var end = outline[at].End;
        for (var child = outline.FirstChild(at); child < end; child = outline.NextSibling(child))
        {
            ref readonly var spot = ref outline[child];
            if (spot.Links is > 0 and <= MostLinksInRow && IsRowTag(spot.Tag) && !tags.Contains(spot.Tag))
                tags.Add(spot.Tag);
        }

        return tags;
    }

    private static bool IsRowTag(Tag tag) => tag is Tag.Li or Tag.Tr or Tag.Dd or Tag.Dt or Tag.Dl or Tag.Div or Tag.P or Tag.A or Tag.Section or Tag.Table;

    private static void Collect(Sheet sheet, int container, Tag tag, List<RowRange> rows)
    {
        var outline = sheet.Outline;
        var end = outline[container].End;
        for (var child = outline.FirstChild(container); child < end; child = outline.NextSibling(child))
        {
            ref readonly var spot = ref outline[child];
            if (spot.Tag != tag || spot.Links is 0 or > MostLinksInRow)
                continue;
            var shape = RowShape.Of(sheet, child, spot.End);
            if (shape.IsRow(tag))
                rows.Add(new(child, spot.End, shape.Dates > 0));
        }
    }

    /// <summary>Boxes side by side (a list here, a sidebar there) are not rows of one list even if each happens to hold one item.</summary>
    private static bool AreBoxes(Outline outline, Tag tag, List<RowRange> rows)
    {
        if (tag is Tag.Li or Tag.Tr or Tag.Dd or Tag.Dt or Tag.A || rows.Count is 1 or > 3)
            return tag is Tag.Div or Tag.Section or Tag.Table && rows.Count == 1 && !rows[0].Dated;
        var styles = rows.ConvertAll(row => outline[row.From].Node.GetAttributeValue("class", "") + outline[row.From].Node.GetAttributeValue("id", ""));
        return styles.Distinct(StringComparer.Ordinal).Count() == styles.Count;
    }

    /// <summary>Links and days as loose siblings: <c>dt</c> and <c>dd</c>, or <c>a</c>, text, <c>br</c>.</summary>
    private static void Flat(Sheet sheet, int container, List<RowRange> rows)
    {
        var outline = sheet.Outline;
        var end = outline[container].End;
        var pairs = new List<(int Link, int Date)>();
        var (link, date, dateFirst, links) = (-1, -1, false, 0);
        for (var child = container + 1; child < end; child = outline[child].End)
        {
            ref readonly var spot = ref outline[child];
            if (spot.Links > 1 || spot.Tag is Tag.Li or Tag.Tr or Tag.Ul or Tag.Ol or Tag.Table)
            {
                return;
            }

            if (spot.Links == 1)
            {
                if (RowShape.Of(sheet, child, spot.End).Dates > 0)
                    return;
                links++;
                dateFirst |= links == 1 && date >= 0;
                link = child;
            }
            else if (spot.TextLength is > 0 and < 60 && RowShape.Of(sheet, child, spot.End).Dates > 0)
            {
                date = child;
            }

            if (link >= 0 && date >= 0)
            {
                pairs.Add((link, date));
                (link, date) = (-1, -1);
            }
        }

        if (pairs.Count != links || (pairs.Count < 2 && outline[container].Tag != Tag.Dl))
            return;
        foreach (var pair in pairs)
        {
            var (first, last) = dateFirst ? (pair.Date, pair.Link) : (pair.Link, pair.Date);
            rows.Add(new(first, outline[last].End, true));
        }
    }

    /// <summary>A box or a layout table around a whole list is no row of another.</summary>
    private static void DropAroundLists(List<RowGroup> groups)
    {
        var lists = groups.Where(group => group.Dated >= 2 || (group.Dated == 1 && group.RowTag is Tag.Tr or Tag.Li or Tag.Dd)).ToList();
        groups.RemoveAll(outer => outer.RowTag is Tag.Div or Tag.Section or Tag.Table or Tag.Tr or Tag.Dl or Tag.P
            && outer.Rows.Count(row => lists.Exists(list => list != outer && (list.Dated >= 2 || (outer.Rows.Count == 1 && outer.RowTag != Tag.Tr)) && list.Container >= row.From && list.Container < row.To)) * 2 >= outer.Rows.Count);
    }

    /// <summary>A list of related readings inside a row is part of that row.</summary>
    private static void DropInsideRows(List<RowGroup> groups)
    {
        var outers = groups.Where(group => group.RowTag is Tag.Li or Tag.Tr or Tag.Dd && group.Dated > 0).ToList();
        if (outers.Count > 1 || (outers.Count == 1 && groups.Count > 1))
            groups.RemoveAll(inner => outers.Exists(outer => outer != inner && outer.HoldsInDatedRow(inner.Container)));
    }
}

/// <summary>What a row would hold, counted without reading it.</summary>
/// <param name="Dates">Days printed outside nested lists.</param>
/// <param name="Links">Links outside nested lists.</param>
/// <param name="NestedLinks">Links inside nested lists.</param>
/// <param name="IsChrome">It holds the breadcrumb or the site's registration: a part of the page's frame.</param>
internal readonly record struct RowShape(int Dates, int Links, int NestedLinks, bool DatesShareCell, bool IsChrome)
{
    public static RowShape Of(Sheet sheet, int from, int to)
    {
        var outline = sheet.Outline;
        var (dates, links, pictures, nested, cell, inCell, shared, chrome) = (0, 0, 0, 0, -1, 0, false, false);
        for (var at = from; at < to;)
        {
            ref readonly var spot = ref outline[at];
            if (at > from && spot.Links > 0 && spot.Tag is Tag.Ul or Tag.Ol or Tag.Table && links + dates > 0)
            {
                nested += spot.Links;
                at = spot.End;
                continue;
            }

            if (spot.Tag == Tag.Td)
                (cell, inCell) = (at, 0);
            if (spot.Tag == Tag.A)
            {
                links += spot.TextLength > 0 ? 1 : 0;
                pictures += spot.TextLength > 0 ? 0 : 1;
            }

            if (spot.Tag == Tag.Text)
            {
                var signs = sheet.SignsOf(at);
                chrome |= (signs & TextSign.Chrome) != 0;
                if ((signs & TextSign.Day) != 0)
                {
                    dates++;
                    shared |= cell >= 0 && ++inCell > 1;
                }
            }

            at++;
        }

        if (dates == 0 && HasSplitDay(sheet, from, to))
            dates = 1;
        return new(dates, links > 0 ? links : pictures, nested, shared, chrome);
    }

    public bool IsRow(Tag tag) => !IsChrome && tag switch
    {
        Tag.Tr => Links > 0 && Links <= (Dates > 0 ? 6 : 3) && !(DatesShareCell && Links > 1) && Dates <= 4,
        Tag.Li or Tag.Dd or Tag.Dt => Links > 0 && (Dates < 2 || Dates != Links) && Dates <= 3,
        Tag.A => true,
        _ => Links is > 0 and <= 6 && NestedLinks == 0 && (Dates < 2 || Links < 2),
    };

    private static bool HasSplitDay(Sheet sheet, int from, int to) => RowDates.Split(sheet, from, to) is not null;
}
