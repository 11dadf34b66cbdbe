using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class TextCheckTests
{
    private const int Year = 2025;

    /// <summary>26 new, 4 carried in, 27 finished (12, 3, 4, 5, 2, 1), 3 carried out; 2, 1 and 1 remedies; documents 4, 1, 32.</summary>
    private static readonly ReportFigures Figures = new(
        new(new(Figure.Of(0), Figure.Of(0), Figure.Of(0)), new(Figure.Of(4), Figure.Of(1), Figure.Of(32)), Figure.Of(12), Figure.Of(1203), Figure.Of(1), Figure.Of(5.25m)),
        new((row, heading) => Figure.Of(heading is not (RequestHeading.NaturalPerson or RequestHeading.Total) ? 0 : row switch
        {
            RequestRow.NewlyReceived => 26,
            RequestRow.CarriedIn => 4,
            RequestRow.Granted => 12,
            RequestRow.PartlyGranted => 3,
            RequestRow.RefusedStateSecret => 1,
            RequestRow.RefusedThirdParty => 3,
            RequestRow.UnableNotHeld => 5,
            RequestRow.NotHandledPetition => 2,
            RequestRow.OtherOther => 1,
            RequestRow.Total => 27,
            RequestRow.CarriedOut => 3,
            _ => 0,
        })),
        new((route, heading) => Figure.Of(heading is not (RemedyHeading.Upheld or RemedyHeading.Total) ? 0 : route is RemedyRoute.Reconsideration ? 2 : 1)));

    private static readonly ReportFigures Zeros = ReportCells.Figures(_ => Figure.Of(0));

    /// <summary>Sentences as reports word them; all of them are true of the figures.</summary>
    public static TheoryData<string> True =>
    [
        "全年共受理政府信息公开申请26件。",
        "全年共受理政府信息公开申请30件。",
        "2025年，共收到政府信息公开申请 26 件，上年结转 4 件。",
        "２０２５年共收到政府信息公开申请２６件。",
        "二〇二五年收到依申请公开二十六件。",
        "本年度收办政府信息公开申请30件，办结27件，结转下年度继续办理3件。",
        "新收公民、法人和其他组织提出的政府信息公开申请26件，2024年结转4件，结转2026年3件。",
        "收到26件政府信息公开申请，已全部登记。",
        "依申请公开数量为26件。",
        "共收到政府信息公开申请26件，其中网上申请20件、信函申请6件。",
        "共收到政府信息公开申请26件，其中，通过互联网收到申请20件，当面收到申请6件。",
        "共收到政府信息公开申请26件，较2024年增加5件。",
        "与2024年收到政府信息公开申请21件相比，数量有所增加。",
        "收到自然人政府信息公开申请20件。",
        "收到政府信息公开申请二十余件。",
        "第一季度收到政府信息公开申请9件。",
        "全年答复政府信息公开申请27件。",
        "对每一件申请都做到一次性告知。",
        "我镇设立1个申请受理窗口，配备3名工作人员。",
        "予以公开12件，部分公开3件，不予公开4件，无法提供5件，不予处理2件，其他处理1件。",
        "12件予以公开，3件部分公开，4件不予公开。",
        "予以公开及部分公开15件，不予公开、无法提供共9件。",
        "其中属于国家秘密1件，保护第三方合法权益3件，信访举报投诉类申请2件，重复申请0件。",
        "因政府信息公开引发的行政复议2起，行政诉讼2起。",
        "行政复议和行政诉讼案件共4件。",
        "未经复议直接起诉1件，复议后起诉1件。",
        "2件行政复议、2件行政诉讼均已审结。",
        "未发生行政复议被纠错、行政诉讼败诉的情形。",
        "制发行政规范性文件4件，废止1件，现行有效32件。",
        "我镇现行有效的规范性文件32件，规章0件。",
        "公开规范性文件9件，公开行政许可信息120条。",
        "作出行政许可决定12件、行政处罚决定1,203件、行政强制1件，收取行政事业性收费5.25万元。",
        "作出行政处罚决定0.12万件，收取行政事业性收费52500元。",
        "办结12345热线工单30件，回复群众留言20条。",
        "建立健全公开规章制度6项。",
        "2025年上半年，受理政府信息公开申请12件，发生行政诉讼案件1件。",
        "新受理政府信息公开申请26件,上年转结政府信息公开申请4件,转下一年办理3件。",
        "网站主动公开规范性文件9件（含新制定2件，废止3件）。",
        "完成政府信息依申请公开答复27件，包括上年结转信息公开申请4件，其中部分公开3，占11.11%。",
        "受理困难群众临时救助申请56件，对12条信息予以公开。",
        "全年收到申请26件。",
        "共受理县长信箱有效信件163件，办理网上信访112件、人大代表建议12件。",
    ];

    /// <summary>Sentences that say something else than the tables, with the finding.</summary>
    public static TheoryData<string, string> Untrue => new()
    {
        { "全年共受理政府信息公开申请25件。", "TXT-N 25 26/30" },
        { "全年新收政府信息公开申请30件。", "TXT-N 30 26" },
        { "全年收到政府信息公开申请１，０２６件。", "TXT-N 1026 26/30" },
        { "收到二十七件政府信息公开申请。", "TXT-N 27 26/30" },
        { "本年度未收到政府信息公开申请。", "TXT-N 0 26" },
        { "依申请公开0件。", "TXT-N 0 26/30" },
        { "全年共收到申请25件。", "TXT-N 25 26/30" },
        { "收到政府信息公开申请26件，办结26件。", "TXT-CLASS 26 27" },
        { "收到政府信息公开申请26件，上年结转3件。", "TXT-CLASS 3 4" },
        { "收到政府信息公开申请26件，结转下年度继续办理4件。", "TXT-CLASS 4 3" },
        { "予以公开11件，部分公开3件。", "TXT-CLASS 11 12" },
        { "予以公开及部分公开12件。", "TXT-CLASS 12 15" },
        { "无法提供4件，其中本机关不掌握相关政府信息5件。", "TXT-CLASS 4 5" },
        { "5件不予公开。", "TXT-CLASS 5 4" },
        { "其中信访举报投诉类申请三件。", "TXT-CLASS 3 2" },
        { "被申请行政复议案件1件，行政诉讼案件2件。", "TXT-T4 1 2" },
        { "行政诉讼1件。", "TXT-T4 1 2" },
        { "行政复议、行政诉讼案件均为0件。", "TXT-T4 0 4" },
        { "全年无因政府信息公开引发的行政复议、行政诉讼案件。", "TXT-T4 0 4" },
        { "没有发生行政诉讼。", "TXT-T4 0 2" },
        { "复议后起诉2件。", "TXT-T4 2 1" },
        { "制定规范性文件0件。", "TXT-T2 0 4" },
        { "规范性文件制发4件，废止0件。", "TXT-T2 0 1" },
        { "截至年底，现行有效规范性文件30件。", "TXT-T2 30 32" },
        { "作出行政处罚决定1230件。", "TXT-T2 1230 1203" },
        { "收取行政事业性收费5.25元。", "TXT-T2 5.25 52500" },
    };

    /// <summary>Periods and years that are not the report's.</summary>
    public static TheoryData<string, string, string> Years => new()
    {
        { "一、总体情况", "所列数据的统计期限为2024年1月1日至12月31日。", "2025年1月1日至2025年12月31日" },
        { "一、总体情况", "统计期限为2025年1月1日至2025年11月30日。", "2025年1月1日至2025年12月31日" },
        { "一、总体情况", "2024年，我镇认真落实各项要求。", "2025" },
        { "一、总体情况", "截至2024年底，共有栏目41个。", "2025" },
        { "一、总体情况", "我镇编制了2024年度政府信息公开工作年度报告。", "2025" },
    };

    public static TheoryData<string, string> RightYears => new()
    {
        { "一、总体情况", "所列数据的统计期限为2025年1月1日至12月31日。" },
        { "一、总体情况", "统计期限自2025年1月1日起至2025年12月31日止。" },
        { "一、总体情况", "依据《关于做好2024年度政府信息公开工作年度报告编制的通知》（洛政办函〔2024〕2号）。" },
        { "五、存在的主要问题及改进情况", "2026年，我镇将加强培训。" },
        { "五、存在的主要问题及改进情况", "2026年我镇加强培训。" },
        { "一、总体情况", "2019年以来持续完善公开指南。" },
    };

    [Theory]
    [MemberData(nameof(True))]
    public void A_sentence_that_agrees_with_the_tables_is_let_pass(string sentence) => Assert.Empty(Check(Figures, sentence));

    [Theory]
    [MemberData(nameof(Untrue))]
    public void A_sentence_that_says_otherwise_is_named_with_both_numbers(string sentence, string expected)
    {
        var finding = Assert.Single(Check(Figures, sentence));

        Assert.Equal((expected, sentence.TrimEnd('。'), FindingSeverity.Warning), ($"{finding.Id} {finding.Left} {finding.Right}", finding.Where, finding.Severity));
    }

    [Theory]
    [InlineData("全年共受理政府信息公开申请0件。")]
    [InlineData("本年度未收到政府信息公开申请，无因政府信息公开引起的行政复议、行政诉讼。")]
    [InlineData("2025年，我镇没有收到公民、法人和其他组织的政府信息公开申请。")]
    [InlineData("行政复议0件、行政诉讼0件。")]
    public void Nought_in_words_agrees_with_nought_in_the_tables(string sentence) => Assert.Empty(Check(Zeros, sentence));

    [Theory]
    [MemberData(nameof(Years))]
    public void Another_year_is_named(string heading, string sentence, string expected)
    {
        var finding = Assert.Single(Check(Figures, sentence, heading));

        Assert.Equal(("TXT-YEAR", expected), (finding.Id, finding.Right));
    }

    [Theory]
    [MemberData(nameof(RightYears))]
    public void The_reports_own_year_and_plans_for_the_next_are_let_pass(string heading, string sentence) => Assert.Empty(Check(Figures, sentence, heading));

    [Fact]
    public void A_total_that_is_not_printed_is_added_up_from_its_applicants()
    {
        var figures = Figures with { Requests = new((row, heading) => heading is RequestHeading.Total ? Figure.NotANumber("") : Figures.Requests[row, heading]) };

        var finding = Assert.Single(Check(figures, "予以公开及部分公开14件。"));

        Assert.Equal(("14", "15", false), (finding.Left, finding.Right, finding.Unchecked));
    }

    [Fact]
    public void What_a_blank_leaves_open_is_not_held_against_the_text()
    {
        var figures = Figures with { Requests = new((row, heading) => heading is RequestHeading.CommercialEnterprise or RequestHeading.Total ? Figure.NotANumber("") : Figures.Requests[row, heading]) };

        var finding = Assert.Single(Check(figures, "予以公开14件。"));

        Assert.Equal(("TXT-CLASS", "12+?", true), (finding.Id, finding.Right, finding.Unchecked));
    }

    [Theory]
    [InlineData("2025年，我镇主动公开政府信息33条。及时更新重点领域信息9条，其他信息24条。", null)]
    [InlineData("2025年，我镇主动公开政府信息33条。及时更新重点领域信息9条，其他信息23条。", "TXT-ITEMS 23 24|TXT-ITEMS 33 9+23")]
    [InlineData("主动公开政府信息34条，其中重点领域信息9条、其他信息24条。", "TXT-ITEMS 34 33|TXT-ITEMS 34 9+24")]
    [InlineData("通过微信公众号主动公开政府信息5条。", null)]
    [InlineData("主动公开政府信息33条，工作动态29条，其他信息4条。", null)]
    public void The_items_published_are_what_the_auditor_counted(string text, string? expected)
    {
        var findings = CrossFooting.Check(Figures, Context(text) with { Published = new PublicationCount(Year, 9, 24) });

        Assert.Equal(expected ?? "", string.Join('|', findings.Where(finding => finding.Id == "TXT-ITEMS").Select(finding => $"{finding.Id} {finding.Left} {finding.Right}")));
    }

    [Fact]
    public void Section_six_must_speak_of_the_fee()
    {
        var silent = CrossFooting.Check(Figures, new(AgencyLevel.Township) { Origin = ReportOrigin.Published, Prose = Prose("", six: "无其他需要报告的事项。") });

        Assert.Equal([("TXT-FEE", "六、其他需要报告的事项")], silent.Where(finding => finding.Id != "STRUCT").Select(finding => (finding.Id, finding.Where)));
    }

    [Theory]
    [InlineData("本年度没有产生信息公开处理费。", 1)]
    [InlineData("发出收费通知2份，申请人逾期未缴，没有收取信息处理费。", 0)]
    public void Requests_that_ended_unpaid_imply_a_fee_notice(string six, int findings)
    {
        var figures = Figures with { Requests = new((row, heading) => row is RequestRow.OtherNoFee ? Figure.Of(2) : Figures.Requests[row, heading]) };

        var found = CrossFooting.Check(figures, new(AgencyLevel.Township) { Origin = ReportOrigin.Published, Prose = Prose("", six: six) });

        Assert.Equal(findings, found.Count(finding => finding.Id == "TXT-FEE"));
    }

    [Fact]
    public void A_hostile_text_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("共计共计收到申请总计信息公开未无复议、诉讼", 4000)) + "。" + string.Concat(Enumerable.Repeat("予以公开、", 8000)) + new string('一', 20_000) + "件";
        var clock = System.Diagnostics.Stopwatch.StartNew();

        CrossFooting.Check(Figures, Context(text));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    private static List<TieOutFinding> Check(ReportFigures figures, string sentence, string heading = "一、总体情况") =>
        [.. CrossFooting.Check(figures, Context(sentence, heading)).Where(finding => finding.Id.StartsWith("TXT-", StringComparison.Ordinal))];

    private static CheckContext Context(string text, string heading = "一、总体情况") =>
        new(AgencyLevel.County) { Origin = ReportOrigin.Published, Prose = Prose(text, heading) };

    private static ReportProse Prose(string text, string heading = "一、总体情况", string six = "本年度没有收取信息处理费。") =>
        new(Year, [new(heading, text), new("六、其他需要报告的事项", six)]);
}
