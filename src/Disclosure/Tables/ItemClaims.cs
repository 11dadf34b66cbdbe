using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Columns;

namespace Disclosure.Tables;

/// <summary>TXT-ITEMS: how many items the text says were published, against its own parts and the auditor's count.</summary>
internal sealed partial class ItemClaims(PublicationCount? counted)
{
    private readonly Dictionary<string, (Quantity Said, string Sentence)> _said = [];

    /// <param name="read">The numbers of the sentence that belong to the tables.</param>
    public void Read(ProseSentence sentence, IReadOnlySet<int> read)
    {
        foreach (Match match in Items().Matches(sentence.Words))
        {
            var at = sentence.Words.AsSpan(0, match.Groups["n"].Index).Count('#');
            var said = sentence.Quantities[at];
            if (read.Contains(at) || said.Rough || said.Unit is not ("条" or "件" or "篇" or "个") || Partial().IsMatch(sentence.Words[..match.Index]))
                continue;
            _said.TryAdd(match.Groups["what"].Value[..2], (said, sentence.Printed));
        }
    }

    public void Check(List<TieOutFinding> findings)
    {
        Compare("主动", counted?.Total, findings);
        // 其他 means the rest only where key areas are named beside it.
        if (!_said.TryGetValue("重点", out var key) || !_said.TryGetValue("其他", out var other))
            return;
        Compare("重点", counted?.KeyArea, findings);
        Compare("其他", counted?.Other, findings);
        if (_said.TryGetValue("主动", out var total) && !total.Said.Means(key.Said.Value + other.Said.Value))
            findings.Add(new("TXT-ITEMS", FindingSeverity.Warning, total.Sentence, total.Said.ToString(), $"{key.Said}+{other.Said}", []));
    }

    private void Compare(string what, int? count, List<TieOutFinding> findings)
    {
        if (count is { } number && _said.TryGetValue(what, out var one) && !one.Said.Means(number))
            findings.Add(new("TXT-ITEMS", FindingSeverity.Warning, one.Sentence, one.Said.ToString(), number.ToString(CultureInfo.InvariantCulture), []));
    }

    [GeneratedRegex("(?<what>主动公开|重点领域|其他信息|其他类信息)[各类政府信息公开内容领域总共计合数量的为：:]{0,14}(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex Items();

    [GeneratedRegex("通过|网站|微信|微博|公众号|媒体|上年|去年|某年|较|同比", RegexOptions.CultureInvariant)]
    private static partial Regex Partial();
}
