using System.Text.RegularExpressions;
using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The phrases by which reports say what stands in their tables, in the order they are tried.</summary>
internal static partial class TextClaims
{
    /// <summary>What may stand between a name and its number.</summary>
    private const string Gap = "[的了类各项申请政府信息公开答复决定告知情况处理办继续件数量总共计合为是有已：:“”]{0,24}";

    private const string CaseGap = "[的案件申请情况数量总共计合为是有发生了均各：:]{0,16}";

    public static IReadOnlyList<ClaimRule> Rules { get; } =
    [
        new("TXT-T4", BothRemedies(), claim => Lawful(Remedies(claim, [RemedyRoute.Reconsideration, RemedyRoute.DirectLitigation, RemedyRoute.LitigationAfterReconsideration]))),
        new("TXT-T4", DirectLitigation(), claim => Lawful(Remedies(claim, [RemedyRoute.DirectLitigation]))),
        new("TXT-T4", LaterLitigation(), claim => Lawful(Remedies(claim, [RemedyRoute.LitigationAfterReconsideration]))),
        new("TXT-T4", Litigation(), claim => Lawful(Remedies(claim, [RemedyRoute.DirectLitigation, RemedyRoute.LitigationAfterReconsideration]))),
        new("TXT-T4", Reconsideration(), claim => Lawful(Remedies(claim, [RemedyRoute.Reconsideration]))),
        new("TXT-T4", NoRemedy(), NoneOfTheNamed),
        new("TXT-T2", Documents(), claim => DocumentsOf(claim)),
        new("TXT-T2", Decisions(), claim => DecisionsOf(claim)),
        new("TXT-T2", Fees(), claim => FeesOf(claim)),
        new("TXT-CLASS", CarriedIn(), claim => Lawful(Row(claim, RequestRow.CarriedIn))),
        new("TXT-CLASS", CarriedOut(), claim => Lawful(Row(claim, RequestRow.CarriedOut))),
        new("TXT-CLASS", NamedResults(), ResultsOf),
        new("TXT-CLASS", NamedResultsAfter(), claim => NamedResults().IsMatch(claim.Sentence) ? null : ResultsOf(claim)),
        new("TXT-N", Received(), ReceivedOf),
        new("TXT-N", NoneReceived(), claim => Partial().IsMatch(claim.Clause) ? null : Lawful(Row(claim, RequestRow.NewlyReceived))),
        new("TXT-CLASS", Finished(), FinishedOf),
        new("TXT-N", Counted(), CountedOf),
    ];

    private static IReadOnlyList<Side> Lawful(Side side) => [side];

    /// <summary>N, or N + C: both usages are real, except where the words say newly.</summary>
    private static IReadOnlyList<Side>? ReceivedOf(Claim claim)
    {
        var words = claim.Match.Groups["words"].Value + claim.Match.Groups["tail"].Value;
        if (!IsDisclosureRequest(words) || !IsWhole(claim) || NotReceiving().IsMatch(words))
            return null;
        var received = Row(claim, RequestRow.NewlyReceived);
        return claim.Match.Groups["verb"].Value.StartsWith('新') ? [received] : [received, received + Row(claim, RequestRow.CarriedIn)];
    }

    private static IReadOnlyList<Side>? FinishedOf(Claim claim)
    {
        if (!IsWhole(claim) || !claim.Sentence.Contains("申请", StringComparison.Ordinal) || OtherBusiness().IsMatch(claim.Sentence))
            return null;
        var decided = Row(claim, RequestRow.Total);
        var received = Row(claim, RequestRow.NewlyReceived);
        return claim.Match.Groups["verb"].Value == "办理" ? [decided, received, received + Row(claim, RequestRow.CarriedIn)] : [decided];
    }

    private static IReadOnlyList<Side>? CountedOf(Claim claim)
    {
        if (!IsWhole(claim) || NotReceiving().IsMatch(claim.Clause))
            return null;
        var received = Row(claim, RequestRow.NewlyReceived);
        return [received, received + Row(claim, RequestRow.CarriedIn)];
    }

    /// <summary>Whether a number is meant of all the year's requests: not of a channel, a kind of applicant, a quarter or another year.</summary>
    private static bool IsWhole(Claim claim) =>
        !Partial().IsMatch(claim.Clause) && !claim.Before.Contains("其中", StringComparison.Ordinal) && !OtherYear().IsMatch(claim.Clause);

    /// <summary>申请 alone means a request for information here; an application for relief or housing names itself.</summary>
    private static bool IsDisclosureRequest(string words) =>
        words.Contains("申请", StringComparison.Ordinal) && (words.Contains("公开", StringComparison.Ordinal) || OnlyGap().IsMatch(words));

    /// <summary>Requests are counted in 件; 12 条信息予以公开 are items.</summary>
    private static IReadOnlyList<Side>? ResultsOf(Claim claim) => claim.Said.Unit is "条" or "篇" or "个" or "项" or "次" ? null : Lawful(ResultsNamed(claim));

    private static Side ResultsNamed(Claim claim)
    {
        var sum = default(Side);
        foreach (Capture name in claim.Match.Groups["name"].Captures)
        {
            foreach (var row in RowsOf(name.Value))
                sum += Row(claim, row);
        }

        return sum;
    }

    private static IEnumerable<RequestRow> RowsOf(string name) => name switch
    {
        "予以公开" => [RequestRow.Granted],
        "部分公开" => [RequestRow.PartlyGranted],
        "其他处理" or "其它处理" => RequestRows.Results.Where(row => FormLabels.GroupOf(row).EndsWith("其他处理", StringComparison.Ordinal)),
        _ => RequestRows.Results.Where(row => FormLabels.GroupOf(row).EndsWith(name, StringComparison.Ordinal) || FormLabels.Of(row).EndsWith(name, StringComparison.Ordinal)),
    };

    private static Side Remedies(Claim claim, IReadOnlyList<RemedyRoute> routes)
    {
        var sum = default(Side);
        foreach (var route in routes)
            sum += claim.Figures.Remedies[route, RemedyHeading.Total];
        return sum;
    }

    private static IReadOnlyList<Side>? NoneOfTheNamed(Claim claim)
    {
        // 未发生行政复议被纠错 says nothing of how many there were.
        if (Judged().IsMatch(claim.Clause))
            return null;
        var named = claim.Match.Value;
        List<RemedyRoute> routes = [];
        if (named.Contains("复议", StringComparison.Ordinal))
            routes.Add(RemedyRoute.Reconsideration);
        if (named.Contains("诉讼", StringComparison.Ordinal))
            routes.AddRange([RemedyRoute.DirectLitigation, RemedyRoute.LitigationAfterReconsideration]);
        return Lawful(Remedies(claim, routes));
    }

    private static IReadOnlyList<Side>? DocumentsOf(Claim claim)
    {
        var about = Nouns().Matches(claim.Before);
        // （含新制定 5 件） breaks down another number.
        if (about.Count == 0 || BreaksDown().IsMatch(claim.Before) || claim.Said.Unit is "条" or "次" || OtherYear().IsMatch(claim.Clause))
            return null;
        var documents = about[^1].Value == "规章" ? claim.Figures.Proactive.Rules : claim.Figures.Proactive.NormativeDocuments;
        return claim.Match.Groups["verb"].Value switch
        {
            "废止" => [Side.Of(documents.Repealed)],
            "现行有效" or "继续有效" => [Side.Of(documents.InForce)],
            _ => [Side.Of(documents.Issued)],
        };
    }

    private static IReadOnlyList<Side>? DecisionsOf(Claim claim)
    {
        // 公开行政许可信息 12 条 counts publications, not decisions.
        if (claim.Said.Unit is "条" or "个" or "项" || Publication().IsMatch(claim.Clause) || OtherYear().IsMatch(claim.Clause))
            return null;
        var two = claim.Figures.Proactive;
        return claim.Match.Groups["kind"].Value switch
        {
            "许可" => [Side.Of(two.Licences)],
            "处罚" => [Side.Of(two.Penalties)],
            _ => [Side.Of(two.CompulsoryMeasures)],
        };
    }

    private static IReadOnlyList<Side>? FeesOf(Claim claim) => claim.Said.Unit switch
    {
        "万元" => [Side.Of(claim.Figures.Proactive.Fees)],
        "元" when claim.Figures.Proactive.Fees.Value is { } fees => [new(fees * 10_000, 0)],
        _ => null,
    };

    /// <summary>A row's total; where it is not printed, what its applicants add up to.</summary>
    private static Side Row(Claim claim, RequestRow row)
    {
        if (claim.Figures.Requests[row, RequestHeading.Total] is { IsNumber: true } total)
            return Side.Of(total);
        var sum = default(Side);
        foreach (var heading in RequestHeadings.Applicants)
            sum += claim.Figures.Requests[row, heading];
        return sum;
    }

    private const string ResultName = "(?<name>(?<!不)予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|其它处理|属于国家秘密|其他法律行政法规禁止公开|危及“三安全一稳定”|保护第三方合法权益|属于三类内部事务信息|属于四类过程性信息|属于行政执法案卷|属于行政查询事项"
        + "|本机关不掌握相关政府信息|没有现成信息需要另行制作|补正后申请内容仍不明确|信访举报投诉类申请|重复申请|要求提供公开出版物|无正当理由大量反复申请|要求行政机关确认或重新出具已获取信息)";

    [GeneratedRegex("复议[^#，。；未]{0,8}?[、和及与或][^#，。；]{0,10}?诉讼" + CaseGap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex BothRemedies();

    [GeneratedRegex("(?:直接)(?:起诉|提起行政诉讼|提起诉讼)" + CaseGap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex DirectLitigation();

    [GeneratedRegex("(?<!未经)复议后(?:再)?(?:起诉|提起行政诉讼|提起诉讼|行政诉讼)" + CaseGap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex LaterLitigation();

    [GeneratedRegex("行政诉讼" + CaseGap + "(?<n>#)|(?<n>#)行政诉讼", RegexOptions.CultureInvariant)]
    private static partial Regex Litigation();

    [GeneratedRegex("(?<!未经)行政复议(?!后|直接|决定|前置)" + CaseGap + "(?<n>#)|(?<n>#)行政复议(?!后|决定)", RegexOptions.CultureInvariant)]
    private static partial Regex Reconsideration();

    [GeneratedRegex("(?:未(?!经)|没有|无)(?:发生|产生|出现|收到|有|被|因|涉及|引发|新增)?[^，。；#]{0,24}?(?:行政复议(?:申请|案件)?[、和及与或以]{1,2}[^，。；#]{0,6}?行政诉讼|行政复议|行政诉讼)", RegexOptions.CultureInvariant)]
    private static partial Regex NoRemedy();

    [GeneratedRegex("(?<verb>制发|制定出台|制定|出台|印发|废止|现行有效|继续有效)[数了的行政规范性文件规章量总共计合为是有：:（）()]{0,20}(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex Documents();

    [GeneratedRegex("[（(][^）)]*(?:含|其中|包括)[^）)]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BreaksDown();

    [GeneratedRegex("规章(?!制度)|规范性文件", RegexOptions.CultureInvariant)]
    private static partial Regex Nouns();

    [GeneratedRegex("行政(?<kind>许可|处罚|强制)(?:措施)?[决定事案数量总共计合为是有的：:]{0,10}(?<n>#)|(?<n>#)行政(?<kind>许可|处罚|强制)", RegexOptions.CultureInvariant)]
    private static partial Regex Decisions();

    [GeneratedRegex("公开|公示|发布|录入|上传|归集", RegexOptions.CultureInvariant)]
    private static partial Regex Publication();

    [GeneratedRegex("行政事业性收费[金额收入总共计合为是有的：:]{0,10}(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex Fees();

    [GeneratedRegex("(?:上年|上一年|去年|往年|以前年|前一年)度?[未办结转入的]{0,6}(?:结转|转结)" + Gap + "(?<n>#)|(?<n>#)[为系是]?(?:上年|上一年|去年|往年)度?(?:结转|转结)", RegexOptions.CultureInvariant)]
    private static partial Regex CarriedIn();

    [GeneratedRegex("(?:结转|转结|转)[至到入]?(?:下年|下一年|次年|明年)度?" + Gap + "(?<n>#)|(?<n>#)[为系是]?(?:结转|转结|转)[至到入]?(?:下年|下一年|次年|明年)", RegexOptions.CultureInvariant)]
    private static partial Regex CarriedOut();

    [GeneratedRegex(ResultName + "(?:(?:、|和|以?及|或|与)" + ResultName + "){0,7}" + Gap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedResults();

    [GeneratedRegex("(?<n>#)[的申请政府信息公开作出做给被为属于]{0,12}?" + ResultName, RegexOptions.CultureInvariant)]
    private static partial Regex NamedResultsAfter();

    [GeneratedRegex("(?<verb>新收|新接收|新受理|收到|接到|接收|受理|收办|登记)(?<words>[^#，,。：:]{0,30})(?<n>#)(?<tail>[^#，,。：:]{0,16})", RegexOptions.CultureInvariant)]
    private static partial Regex Received();

    [GeneratedRegex("^[的了到共各类总计合数量为是有件份项申请，全部已均登记在案]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyGap();

    [GeneratedRegex("(?:未|没有|无)(?:新收|收到|接到|接收|受理)到?[^#，,。：:]{0,30}?(?:公开申请|依申请公开|公开的申请)", RegexOptions.CultureInvariant)]
    private static partial Regex NoneReceived();

    [GeneratedRegex("(?<!正在|继续|尚在)(?<verb>办结|办复|办毕|答复|办理)" + Gap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex Finished();

    [GeneratedRegex("(?:依申请公开|公开申请)" + Gap + "(?<n>#)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("通过|网上|网络|信函|信件|当面|现场|邮寄|传真|线上|线下|邮件|平台|微信|公众号|网站|窗口|电话|自然人|企业|科研|公益组织|法律服务|季度|上半年|下半年|复议|诉讼|咨询|举报|投诉|留言|热线", RegexOptions.CultureInvariant)]
    private static partial Regex Partial();

    [GeneratedRegex("结转|转结|办结|答复|办理|撤回|撤销|驳回|拒绝|补正|延期|收费|重复|反复", RegexOptions.CultureInvariant)]
    private static partial Regex NotReceiving();

    [GeneratedRegex("热线|留言|信箱|工单|提案|建议|来信|咨询|信访(?!举报投诉类)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherBusiness();

    [GeneratedRegex("上年|去年|往年|某年|下年|以前年", RegexOptions.CultureInvariant)]
    private static partial Regex OtherYear();

    [GeneratedRegex("纠错|纠正|败诉|撤销|维持|违法|责令", RegexOptions.CultureInvariant)]
    private static partial Regex Judged();
}
