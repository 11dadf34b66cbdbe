using System.Text;

namespace Disclosure.Tables;

/// <summary>STRUCT: the six headings of the form, each as worded and in order.</summary>
internal static class Structure
{
    /// <summary>The older, longer wording of section four, which published reports still use.</summary>
    private const string LongerFourth = "四、因政府信息公开被申请行政复议和提起行政诉讼情况";

    public static void Check(ReportProse prose, List<TieOutFinding> findings)
    {
        var printed = prose.Sections.Where(section => section.Heading.Length > 0).Select(section => section.Heading).ToList();
        var shapes = printed.ConvertAll(Shape);
        var places = FormLabels.Sections.Select(expected => Find(shapes, expected, printed, findings)).ToList();
        InOrder(places, findings);
        foreach (var (at, heading) in printed.Index())
        {
            if (!places.Contains(at))
                findings.Add(new("STRUCT", FindingSeverity.Warning, heading, heading, null, []));
        }
    }

    /// <summary>Where a heading of the form stands among the printed ones, whatever is wrong with its wording; -1 when it does not.</summary>
    private static int Find(List<string> shapes, string expected, List<string> printed, List<TieOutFinding> findings)
    {
        var shape = Shape(expected);
        if (shapes.IndexOf(shape) is var exact and >= 0)
            return exact;
        if (expected == FormLabels.Sections[3] && shapes.IndexOf(Shape(LongerFourth)) is var longer and >= 0)
        {
            findings.Add(new("STRUCT", FindingSeverity.Info, printed[longer], printed[longer], expected, []));
            return longer;
        }

        // 二主动公开… under a wrong number, or the right number over other words.
        var close = shapes.FindIndex(one => one.Length > 1 && one[1..] == shape[1..]);
        if (close < 0)
            close = shapes.FindIndex(one => one.Length > 1 && one[0] == shape[0] && !FormLabels.Sections.Any(other => Shape(other)[1..] == one[1..]));
        findings.Add(new("STRUCT", FindingSeverity.Error, close < 0 ? expected : printed[close], close < 0 ? null : printed[close], expected, []));
        return close;
    }

    private static void InOrder(List<int> places, List<TieOutFinding> findings)
    {
        var last = -1;
        foreach (var (at, place) in places.Index().Where(one => one.Item >= 0))
        {
            if (place < last)
                findings.Add(new("STRUCT", FindingSeverity.Error, FormLabels.Sections[at], null, FormLabels.Sections[at], []));
            last = Math.Max(last, place);
        }
    }

    /// <summary>A heading without blanks and punctuation, which portals and word processors change at will.</summary>
    private static string Shape(string heading)
    {
        var shape = new StringBuilder(heading.Length);
        foreach (var c in heading.Where(char.IsLetterOrDigit))
            shape.Append(c);
        return shape.ToString();
    }
}
