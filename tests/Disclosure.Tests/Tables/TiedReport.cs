using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

/// <summary>A busy report in which everything ties out, the year before it, and its words.</summary>
internal static class TiedReport
{
    public const int Year = 2025;

    public static readonly PublicationCount Published = new(Year, 9, 24);

    public static readonly ReportFigures Figures = new(
        new(Documents(0, 0, 0), Documents(4, 1, 32), Figure.Of(12), Figure.Of(3), Figure.Of(1), Figure.Of(5.25m)),
        new(RequestsAt),
        new((route, heading) => Figure.Of(heading is RemedyHeading.Total ? Enumerable.Range(0, 4).Sum(h => RemedyAt(route, h)) : RemedyAt(route, (int)heading))));

    /// <summary>What was published the year before.</summary>
    public static readonly ReportFigures Previous = new(
        Figures.Proactive with { NormativeDocuments = Documents(2, 0, 29) },
        new((row, heading) => row is RequestRow.CarriedOut ? Figures.Requests[RequestRow.CarriedIn, heading] : Figure.Of(0)),
        Figures.Remedies);

    public static readonly ReportProse Prose = ReportProse.Of(Composed());

    public static CheckContext Context => new(AgencyLevel.Township) { Previous = Previous, Prose = Prose, Published = Published };

    /// <summary>The report with one cell changed, by its index in <see cref="ReportCells.Places"/>.</summary>
    public static ReportFigures With(int cell, Figure figure)
    {
        var cells = ReportCells.Of(Figures);
        return ReportCells.Figures(at => at == cell ? figure : cells[at]);
    }

    public static ReportFigures With(string place, Figure figure) => With(ReportCells.Places.Index().Single(one => one.Item == place).Index, figure);

    /// <summary>The report as the program writes it, from frozen figures.</summary>
    public static AnnualReport Composed()
    {
        var clerk = new Actor("clerk", Roles.Clerk);
        var entries = Texts().Select(text => new YearEntry(new YearMove.EnterText(text.Key, text.Value), clerk, Some.Day("2026-01-05"), default))
            .Append(new(new YearMove.Lock(Figures, ""), clerk, Some.Day("2026-01-20"), default));
        var year = ReportYear.Of(Some.Agency, Year, entries);
        return ReportComposer.Compose(
            new(new(Some.Agency, "胡杨渡镇人民政府", AgencyLevel.Township, null), year, RequestTable.Of(Year, []), RemedyTable.Of(Year, []))
            {
                Published = Published,
                Handling = new(2, 1, 1, 0, 0, 3, 880),
                ColumnAdjustments = 2,
                Contact = new("党政办公室", "文化路6号", "0900-0000000", "工作日10:00至19:30", "848204"),
                Promise = new(new([], [], []), 41, Some.Day("2025-12-31")),
            },
            ChineseSentences.Say);
    }

    public static Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
    {
        [ReportPlaces.Management] = "公开前由承办人、部门负责人和分管领导逐级审核，并填写保密审查表。",
        [ReportPlaces.Supervision] = "公开工作纳入年度考核，听取了村民代表的意见，没有发生需要追究责任的情形。",
        [ReportPlaces.Problems] = "个别信息公开不及时，培训次数偏少。",
        [ReportPlaces.Measures] = "每月核对公开目录，每季度组织一次培训。",
    };

    private static DocumentFigures Documents(int issued, int repealed, int inForce) => new(Figure.Of(issued), Figure.Of(repealed), Figure.Of(inForce));

    private static Figure RequestsAt(RequestRow row, RequestHeading heading) => Figure.Of(heading is RequestHeading.Total
        ? RequestHeadings.Applicants.Sum(one => CountAt(row, one))
        : CountAt(row, heading));

    private static int CountAt(RequestRow row, RequestHeading heading) => row switch
    {
        RequestRow.CarriedIn => (int)heading + 1,
        RequestRow.CarriedOut => (int)heading + 2,
        RequestRow.Total => RequestRows.Results.Sum(one => CountAt(one, heading)),
        RequestRow.NewlyReceived => CountAt(RequestRow.Total, heading) + CountAt(RequestRow.CarriedOut, heading) - CountAt(RequestRow.CarriedIn, heading),
        _ => (((int)row * 7) + ((int)heading * 3)) % 5,
    };

    private static int RemedyAt(RemedyRoute route, int heading) => ((int)route * 4) + heading;
}
