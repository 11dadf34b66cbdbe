using Disclosure.Bot.Export;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Tests.Export;

/// <summary>Reports to print: a township with nothing but zeros, a city with its published figures of 2024, and one that must not go out.</summary>
internal static class SomeReports
{
    public static readonly Phrases Texts = Phrases.In(Language.Zh);

    /// <summary>淮安市人民政府 2024, table three as published: six kinds of applicants and the total.</summary>
    private static readonly int[][] City =
    [
        [3001, 53, 0, 0, 61, 4, 3119],
        [34, 0, 0, 0, 0, 0, 34],
        [1288, 21, 0, 0, 50, 3, 1362],
        [447, 7, 0, 0, 0, 0, 454],
        [2, 0, 0, 0, 0, 0, 2],
        [30, 1, 0, 0, 0, 0, 31],
        [5, 0, 0, 0, 0, 0, 5],
        [6, 0, 0, 0, 0, 0, 6],
        [7, 1, 0, 0, 0, 0, 8],
        [12, 0, 0, 0, 0, 0, 12],
        [9, 0, 0, 0, 0, 0, 9],
        [105, 0, 0, 0, 0, 0, 105],
        [746, 12, 0, 0, 10, 1, 769],
        [11, 0, 0, 0, 0, 0, 11],
        [1, 0, 0, 0, 0, 0, 1],
        [56, 6, 0, 0, 0, 0, 62],
        [25, 0, 0, 0, 0, 0, 25],
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 1],
        [67, 3, 0, 0, 1, 0, 71],
        [6, 0, 0, 0, 0, 0, 6],
        [108, 2, 0, 0, 0, 0, 110],
        [2932, 53, 0, 0, 61, 4, 3050],
        [103, 0, 0, 0, 0, 0, 103],
    ];

    private static readonly int[] CityRemedies = [72, 64, 178, 37, 351, 13, 4, 8, 1, 26, 12, 1, 1, 6, 20];

    public static ReportFigures ZeroFigures { get; } = new(
        new(Three(0, 0, 0), Three(0, 0, 0), Number(0), Number(0), Number(0), Number(0)),
        new((_, _) => Number(0)),
        new((_, _) => Number(0)));

    public static ReportFigures CityFigures { get; } = new(
        new(Three(1, 0, 11), Three(8, 26, 66), Number(447228), Number(3985758), Number(88283), Figure.Of(96171.6m)),
        new((row, heading) => Number(City[(int)row][(int)heading])),
        new((route, heading) => Number(CityRemedies[((int)route * 5) + (int)heading])));

    /// <summary>Every cell 0, as most townships report.</summary>
    public static AnnualReport Zero() => Report("恰尔巴格镇人民政府", 2023, ReportStanding.Final, ZeroFigures, []);

    /// <summary>Large numbers in every width of cell.</summary>
    public static AnnualReport Busy() => Report("淮安市人民政府", 2024, ReportStanding.Final, CityFigures, []);

    /// <summary>A draft with a wrong total, cells that hold no number, places to write and text no file may hold as it is.</summary>
    public static AnnualReport Untied()
    {
        var figures = CityFigures with
        {
            Requests = new((row, heading) => (row, heading) switch
            {
                (RequestRow.Total, RequestHeading.NaturalPerson) => Number(2931),
                (RequestRow.Granted, RequestHeading.ResearchInstitution) => Figure.NotANumber("/"),
                (RequestRow.CarriedOut, RequestHeading.OtherOrganisation) => Figure.NotANumber(""),
                _ => CityFigures.Requests[row, heading],
            }),
        };
        TieOutFinding[] findings =
        [
            new("T2-STOCK", FindingSeverity.Warning, "表二 行政规范性文件 现行有效件数", "66", "70", []),
            new("T3-RESULT", FindingSeverity.Error, "表三 （七）总计 自然人", "2932", "2931", ["2024-0003", "2024-0117"]),
            new("T3-INT", FindingSeverity.Error, "表三 四、结转下年度继续办理 其他", "", null, []),
        ];
        var report = Report("<某>县&“测试”镇人民政府", 2024, ReportStanding.Draft, figures, findings);
        ReportBlock.Paragraph strange = new(
        [
            new("　　先写一段\r\n另起一段，含控制符\u0001和半个字\uD83D，"),
            new("补充本年栏目调整次数", ToWrite: true),
            new("；完。\n\n"),
        ]);
        return report with { Introduction = [.. report.Introduction, strange] };
    }

    public static IReadOnlyList<RegisterRow> Register { get; } =
    [
        new("恰尔巴格镇人民政府", new(2024, 3), ApplicantKind.NaturalPerson, Channel.Online, new(2024, 1, 31), new(2024, 3, 4), false, Outcome.Granted, new(2024, 2, 20), CaseState.Closed),
        new("恰尔巴格镇人民政府", new(2024, 4), ApplicantKind.LegalServiceOrganisation, Channel.OrdinaryMail, new(2024, 2, 29), new(2024, 3, 28), false, Outcome.OtherOther, new(2024, 3, 1), CaseState.Withdrawn),
        new("恰尔巴格镇人民政府", new(2024, 5), ApplicantKind.CommercialEnterprise, Channel.Post, new(2024, 12, 20), new(2025, 1, 20), true, null, null, CaseState.Processing),
        new("恰尔巴格镇人民政府", new(2024, 6), ApplicantKind.OtherOrganisation, Channel.Oral, new(2024, 12, 30), null, false, null, null, CaseState.AwaitingCorrection),
    ];

    private static AnnualReport Report(string agency, int year, ReportStanding standing, ReportFigures figures, IReadOnlyList<TieOutFinding> findings)
    {
        var headings = FormLabels.Sections;
        return new(
            agency,
            year,
            standing,
            [Words($"根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。报告由六个部分组成，所列数据的统计期限为{year}年1月1日至12月31日。如有疑问，请与本机关党政办公室联系（电话：0903-0000000）。")],
            [
                new(headings[0],
                [
                    new ReportBlock.SubHeading("（一）主动公开情况"),
                    Words($"{year}年，全年主动公开政府信息33条，其中重点领域信息9条，其他信息24条。围绕规划计划、惠民惠农、社会保障等群众关心的事项及时发布，做到应公开尽公开。"),
                    new ReportBlock.SubHeading("（二）依申请公开情况"),
                    Words($"全年新收政府信息公开申请{figures.Requests[RequestRow.NewlyReceived, RequestHeading.Total]}件，上年结转{figures.Requests[RequestRow.CarriedIn, RequestHeading.Total]}件，办结{figures.Requests[RequestRow.Total, RequestHeading.Total]}件，结转下年度{figures.Requests[RequestRow.CarriedOut, RequestHeading.Total]}件。"),
                    new ReportBlock.SubHeading("（三）政府信息管理"),
                    Words("公开前逐条进行保密审查，失效内容及时清理。"),
                    new ReportBlock.SubHeading("（四）政府信息公开平台建设"),
                    Words("定期维护政府信息公开平台，“三安全一稳定”要求落实到每个栏目。"),
                    new ReportBlock.SubHeading("（五）监督保障"),
                    Words("政府信息公开工作纳入年度考核，主动接受社会评议，全年没有发生需要追究责任的情形。"),
                ]),
                new(headings[1], [new ReportBlock.Table(ReportForm.Of(figures.Proactive))]),
                new(headings[2], [new ReportBlock.Table(ReportForm.Of(figures.Requests))]),
                new(headings[3], [new ReportBlock.Table(ReportForm.Of(figures.Remedies))]),
                new(headings[4],
                [
                    new ReportBlock.SubHeading("（一）存在的主要问题"),
                    Words("个别栏目更新间隔偏长，专职人员不足。"),
                    new ReportBlock.SubHeading("（二）改进情况"),
                    Words("提前提醒各责任单位更新，组织业务培训，明确替班人员。"),
                ]),
                new(headings[5], [Words("本年度没有收取信息处理费。")]),
            ],
            figures,
            findings);
    }

    private static ReportBlock.Paragraph Words(string text) => new([new(text)]);

    private static Figure Number(int value) => Figure.Of(value);

    private static DocumentFigures Three(int issued, int repealed, int inForce) => new(Number(issued), Number(repealed), Number(inForce));
}
