namespace Disclosure.Auditor.Extract;

/// <summary>Finds the heading a list stands under: a title bar before it or before its box, or its tab among several.</summary>
internal static class Headings
{
    private static readonly string[] HeadingMarks = ["tit", "head", "hd", "bt", "name", "caption", "more", "tab", "lm", "t_"];

    /// <summary>The heading's text and its place; an empty text when there is none.</summary>
    public static (string Text, int At) Of(Outline outline, int list, int crumb)
    {
        var (lowerIndex, lowerCount) = (0, 1);
        for (var (at, level) = (list, 0); level < 4; level++)
        {
            var parent = outline[at].Parent;
            if (parent <= 0 || outline[at].Tag is Tag.Body || (crumb >= 0 && outline.Holds(at, crumb)))
                break;
            var (before, index, count) = Run(outline, parent, at);
            if (before >= 0)
            {
                if (crumb >= 0 && (outline.Holds(before, crumb) || outline.Holds(crumb, before)))
                    break;
                var tabs = Tabs(outline, before);
                if (tabs.Count >= 2 && tabs.Count == count)
                    return (outline.Text(tabs[index], 30), tabs[index]);
                if (tabs.Count >= 2 && tabs.Count == lowerCount)
                    return (outline.Text(tabs[lowerIndex], 30), tabs[lowerIndex]);
                if (IsHeading(outline, before))
                    return (TextOf(outline, before), before);
                break;
            }

            if (count > 1)
                (lowerIndex, lowerCount) = (index, count);
            at = parent;
        }

        return ("", -1);
    }

    /// <summary>The first entry of a list when it is no row but a title: <c>&lt;li class="tit"&gt;</c>, <c>&lt;dt&gt;</c>, a row with one cell of text.</summary>
    public static (string Text, int At) Inside(Outline outline, Candidate candidate)
    {
        var first = outline.FirstChild(candidate.Container);
        return candidate.Group is not null && first < candidate.From && outline[first].TextLength is > 1 and <= 14 && outline[first].Links <= 1 && outline[first].Tag is Tag.Li or Tag.Tr or Tag.Dt or Tag.Div or Tag.P or Tag.Heading
            && !outline.Holds(first, candidate.From)
            ? (outline.Text(first, 40), first)
            : ("", -1);
    }

    /// <summary>The last thing with text before a run of equal boxes, and the box's place in the run.</summary>
    private static (int Before, int Index, int Count) Run(Outline outline, int parent, int at)
    {
        var style = StyleOf(outline, at);
        var (before, index, count, passed) = (-1, 0, 0, false);
        for (var child = outline.FirstChild(parent); child < outline[parent].End; child = outline.NextSibling(child))
        {
            ref readonly var spot = ref outline[child];
            if (child == at)
            {
                (index, passed) = (count, true);
                count++;
            }
            else if (spot.Tag == outline[at].Tag && StyleOf(outline, child) == style && !IsHeading(outline, child))
            {
                count++;
            }
            else if (spot.TextLength > 0 || spot.Tag is Tag.Heading)
            {
                if (passed)
                    break;
                (before, count) = (child, 0);
            }
        }

        return (before, index, count);
    }

    private static bool IsHeading(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        if (spot.TextLength is 0 or > 40 || spot.Links > 3 || spot.Tag is Tag.Form or Tag.Table or Tag.Ul or Tag.Ol)
            return false;
        if (DateReader.Find(outline.Text(at, 60), 0) is not null || IsNavigation(outline, at))
            return false;
        return spot.Tag == Tag.Heading || spot.TextLength <= 14
            || Array.Exists(HeadingMarks, mark => StyleOf(outline, at).Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A line of links and nothing else, such as a menu above the list. A linked title with its "more" is no menu.</summary>
    private static bool IsNavigation(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        return spot.Links >= 2 && spot.LinkText >= spot.TextLength && spot.Tag != Tag.Heading
            && !Array.Exists(HeadingMarks, mark => StyleOf(outline, at).Contains(mark, StringComparison.OrdinalIgnoreCase))
            && outline.Text(at, 60) is var text && !text.Contains("更多", StringComparison.Ordinal) && !text.Contains("more", StringComparison.OrdinalIgnoreCase);
    }

    private static string TextOf(Outline outline, int at)
    {
        for (var inner = at; inner < outline[at].End; inner++)
        {
            if (outline[inner].Tag == Tag.Heading && outline[inner].TextLength > 0)
                return outline.Text(inner, 40);
        }

        return outline.Text(at, 40);
    }

    /// <summary>The tabs of a tab bar: its short items, when it has nothing else.</summary>
    private static List<int> Tabs(Outline outline, int at)
    {
        var tabs = new List<int>();
        if (outline[at].TextLength is 0 or > 160)
            return tabs;
        var bar = at;
        while (outline.FirstChild(bar) is var only && only < outline[bar].End && outline.NextSibling(only) >= outline[bar].End && outline[only].Tag is Tag.Ul or Tag.Div)
            bar = only;
        for (var child = outline.FirstChild(bar); child < outline[bar].End; child = outline.NextSibling(child))
        {
            if (outline[child].TextLength is > 1 and <= 16 && outline[child].Tag is Tag.Li or Tag.A or Tag.Span or Tag.Heading or Tag.Div)
                tabs.Add(child);
        }

        return tabs;
    }

    private static string StyleOf(Outline outline, int at) => outline[at].Node.GetAttributeValue("class", "");
}
