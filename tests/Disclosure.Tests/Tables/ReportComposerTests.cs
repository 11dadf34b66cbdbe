using System.Text;
using System.Text.Json;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

public class ReportComposerTests
{
    private static readonly Agency Township = new(Some.Agency, "胡杨渡镇人民政府", AgencyLevel.Township, null);
    private static readonly HandlingCounts NothingHandled = new(0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void A_busy_year_reads_like_a_report() => Golden.Matches(Printed(TiedReport.Composed()));

    [Fact]
    public void A_year_of_which_nothing_is_known_asks_for_everything_and_claims_nothing() => Golden.Matches(Printed(Compose(new(Township, new(Some.Agency, 2025), Nothing, NoRemedies))));

    [Fact]
    public void What_is_composed_of_the_same_facts_is_the_same() => Assert.Equal(Printed(TiedReport.Composed()), Printed(TiedReport.Composed()));

    [Fact]
    public void The_seed_townships_report_of_2023_comes_out_of_an_empty_register()
    {
        var seed = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("seeds", "annual-report-2023.json"))).RootElement;
        var proactive = seed.GetProperty("proactive");
        var year = Year(2023, new YearMove.EnterProactive(SeedTableTwo(seed), "各办公室报送"), TiedReport.Texts(), "2024-01-05");

        var report = Compose(new(new(Some.Agency, seed.GetProperty("agency").GetString()!, AgencyLevel.Township, null), year, RequestTable.Of(2023, []), RemedyTable.Of(2023, []))
        {
            Published = new(2023, proactive.GetProperty("keyArea").GetInt32(), proactive.GetProperty("other").GetInt32()),
            ColumnAdjustments = seed.GetProperty("platform").GetProperty("columnAdjustments").GetInt32(),
            Promise = new(new([], [], []), 41, Some.Day("2023-12-31")),
            Contact = new("党政办公室", "文化路6号", "0903-0000000"),
            Handling = NothingHandled,
        });

        Assert.DoesNotContain(report.Findings, finding => finding.Severity is not FindingSeverity.Info);
        Assert.Empty(ReportPlaces.Unwritten(report));
        Assert.All(ReportCells.Of(report.Figures), figure => Assert.Equal("0", figure.Text));
        Assert.Equal(FormLabels.Sections, report.Sections.Select(section => section.Heading));
        Golden.Matches(Printed(report));
    }

    [Fact]
    public void Nought_requests_are_proved_channel_by_channel_and_what_nobody_looked_at_is_marked()
    {
        var year = Reviewed((Channel.InPerson, 0), (Channel.Post, 0));

        var report = Compose(new(Township, year, Nothing, NoRemedies));

        Assert.Contains("当面（2026年1月5日核查）、邮寄（2026年1月5日核查）", Printed(report), StringComparison.Ordinal);
        Assert.Contains("传真、互联网", Marked(report, ReportPlaces.Channels), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_found_in_a_channel_while_the_register_has_none_is_marked_whatever_was_written()
    {
        var year = Reviewed((Channel.InPerson, 0), (Channel.Post, 2), (Channel.Fax, 0), (Channel.Online, 0));

        var report = Compose(new(Township, year.With(Entry(new YearMove.EnterText(ReportPlaces.Channels, "均无申请。"))), Nothing, NoRemedies));

        Assert.Contains("邮寄渠道时发现2件申请", Marked(report, ReportPlaces.Channels), StringComparison.Ordinal);
    }

    [Fact]
    public void With_requests_in_the_year_no_proof_of_nought_is_asked_for()
    {
        var report = Compose(new(Township, new(Some.Agency, 2025), RequestTable.Of(2025, [Requests.Received("2025-03-03", 1)]), NoRemedies));

        Assert.DoesNotContain(ReportPlaces.Channels, ReportPlaces.Unwritten(report));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void The_promise_on_columns_is_made_only_when_it_was_seen_to_be_kept(int empty, int silent, int unseen)
    {
        var evidence = new PromiseEvidence(new(Ids(empty), Ids(silent), Ids(unseen)), 41, Some.Day("2025-12-31"));
        var wishful = Year(2025, ReportYears.Proactive, new() { [ReportPlaces.Promise] = "做到无空白栏目、无半年以上未更新栏目。" });
        var honest = Year(2025, ReportYears.Proactive, new() { [ReportPlaces.Promise] = "有1个栏目正在整改。" });

        var (refused, taken) = (Compose(new(Township, wishful, Nothing, NoRemedies) { Promise = evidence }), Compose(new(Township, honest, Nothing, NoRemedies) { Promise = evidence }));

        Assert.Contains($"空白栏目{empty}个，半年以上未更新栏目{silent}个，无法判断的栏目{unseen}个", Marked(refused, ReportPlaces.Promise), StringComparison.Ordinal);
        Assert.DoesNotContain("做到无空白栏目", Printed(refused), StringComparison.Ordinal);
        Assert.Contains("有1个栏目正在整改。", Printed(taken), StringComparison.Ordinal);
        Assert.DoesNotContain(ReportPlaces.Promise, ReportPlaces.Unwritten(taken));
    }

    [Fact]
    public void A_text_that_contradicts_the_tables_is_found_in_the_composed_report()
    {
        var texts = TiedReport.Texts();
        texts[ReportPlaces.Requests] = "其中，当面申请若干。全年共收到政府信息公开申请5件。";

        var report = Compose(new(Township, Year(2025, ReportYears.Proactive, texts), Nothing, NoRemedies));

        Assert.Equal(("TXT-N", "全年共收到政府信息公开申请5件"), Assert.Single(report.Findings.Where(finding => finding.Severity is FindingSeverity.Warning && finding.Id == "TXT-N").Select(finding => (finding.Id, finding.Where))));
    }

    [Theory]
    [InlineData(YearState.Open, ReportStanding.Draft)]
    [InlineData(YearState.TiedOut, ReportStanding.Draft)]
    [InlineData(YearState.Approved, ReportStanding.Final)]
    [InlineData(YearState.Locked, ReportStanding.Final)]
    public void Only_an_approved_report_is_no_draft(YearState state, ReportStanding standing) =>
        Assert.Equal(standing, Compose(new(Township, ReportYears.In(state), Nothing, NoRemedies)).Standing);

    [Fact]
    public void An_approved_report_that_no_longer_ties_out_is_a_draft_again()
    {
        var published = new YearMove.EnterPreviousPublished(new(TiedReport.Previous.Proactive, new((row, _) => Figure.Of(row is RequestRow.CarriedOut ? 1 : 0)), TiedReport.Previous.Remedies), "网站");

        var report = Compose(new(Township, ReportYears.In(YearState.Approved).With(Entry(published)), RequestTable.Of(2025, [], published.Figures), NoRemedies));

        Assert.Equal(ReportStanding.Draft, report.Standing);
        Assert.Contains(report.Findings, finding => finding.Id == "T3-CARRY");
    }

    [Fact]
    public void A_locked_report_is_printed_from_its_frozen_figures()
    {
        var report = Compose(new(Township, ReportYears.In(YearState.Locked), RequestTable.Of(2025, [Requests.Received("2025-03-03", 1)]), NoRemedies));

        Assert.Empty(LockedYears.Difference(TiedReport.Figures, report.Figures));
    }

    [Fact]
    public void A_parents_report_is_its_childrens_sum_and_names_who_is_missing()
    {
        var children = RollUp.Of([new(Some.Agency, "甲镇", TiedReport.Figures, []), new(AgencyCode.Parse("b"), "乙镇", null, [])]);

        var report = Compose(new(new(AgencyCode.Parse("county"), "某县人民政府", AgencyLevel.County, null), new(AgencyCode.Parse("county"), 2025), Nothing, NoRemedies) { Children = children });

        Assert.Empty(LockedYears.Difference(TiedReport.Figures, report.Figures));
        Assert.Contains(report.Findings, finding => finding is { Id: "ROLLUP", Where: "乙镇", Severity: FindingSeverity.Error });
        Assert.Equal(ReportStanding.Draft, report.Standing);
    }

    [Fact]
    public void Every_marked_place_is_one_that_can_be_written()
    {
        var report = Compose(new(Township, new(Some.Agency, 2025), Nothing, NoRemedies));

        Assert.Subset(ReportPlaces.All.ToHashSet(), ReportPlaces.Unwritten(report).ToHashSet());
        Assert.NotEmpty(ReportPlaces.Unwritten(report));
    }

    private static RequestTable Nothing => RequestTable.Of(2025, []);

    private static RemedyTable NoRemedies => RemedyTable.Of(2025, []);

    private static AnnualReport Compose(ReportMaterial material) => ReportComposer.Compose(material, ChineseSentences.Say);

    private static ReportYear Year(int year, YearMove.EnterProactive proactive, Dictionary<string, string> texts, string on = "2026-01-05")
    {
        Channel[] channels = [Channel.InPerson, Channel.Post, Channel.Fax, Channel.Online];
        IEnumerable<YearMove> moves = [proactive, .. channels.Select(channel => new YearMove.ReviewChannel(channel, 0)), .. texts.Select(text => new YearMove.EnterText(text.Key, text.Value))];
        return ReportYear.Of(Some.Agency, year, moves.Select(move => Entry(move, on)));
    }

    private static ReportYear Reviewed(params IEnumerable<(Channel Channel, int Found)> reviews) =>
        ReportYear.Of(Some.Agency, 2025, reviews.Select(review => Entry(new YearMove.ReviewChannel(review.Channel, review.Found))));

    private static YearEntry Entry(YearMove move, string on = "2026-01-05") => new(move, ReportYears.Clerk, Some.Day(on), default);

    private static List<ColumnId> Ids(int count) => [.. Enumerable.Range(0, count).Select(i => ColumnId.Parse($"c{i}"))];

    private static ProactiveFigures SeedTableTwo(JsonElement seed)
    {
        var two = seed.GetProperty("tables").GetProperty("two");
        var documents = two.GetProperty("第二十条第（一）项");
        return new(
            Documents(documents.GetProperty("规章")),
            Documents(documents.GetProperty("行政规范性文件")),
            Count(two.GetProperty("第二十条第（五）项").GetProperty("行政许可")),
            Count(two.GetProperty("第二十条第（六）项").GetProperty("行政处罚")),
            Count(two.GetProperty("第二十条第（六）项").GetProperty("行政强制")),
            Figure.Of(decimal.Parse(two.GetProperty("第二十条第（八）项").GetProperty("行政事业性收费").GetString()!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static DocumentFigures Documents(JsonElement row) => new(Count(row.GetProperty("issued")), Count(row.GetProperty("repealed")), Count(row.GetProperty("inForce")));

    private static Figure Count(JsonElement cell) => Figure.Of(cell.GetDecimal());

    private static string Marked(AnnualReport report, string place) => string.Join('\n', report.Sections
        .SelectMany(section => section.Blocks).OfType<ReportBlock.Paragraph>().SelectMany(paragraph => paragraph.Texts)
        .Where(text => text.ToWrite && text.Place == place).Select(text => text.Text));

    private static string Printed(AnnualReport report)
    {
        var text = new StringBuilder().Append(report.Agency).Append(' ').Append(report.Year).Append(' ').AppendLine(report.Standing.ToString()).AppendLine();
        Print(text, report.Introduction);
        foreach (var section in report.Sections)
        {
            text.AppendLine().AppendLine(section.Heading);
            Print(text, section.Blocks);
        }

        text.AppendLine();
        foreach (var finding in report.Findings.Where(finding => finding.Id is not "T2-NUM"))
            text.AppendLine(FormattableString.Invariant($"! {finding.Id} {finding.Severity} {finding.Where} {finding.Left} {finding.Right}{(finding.Unchecked ? " unchecked" : "")}"));
        return text.ToString();
    }

    private static void Print(StringBuilder text, IEnumerable<ReportBlock> blocks)
    {
        foreach (var block in blocks)
        {
            text.AppendLine(block switch
            {
                ReportBlock.SubHeading heading => heading.Text,
                ReportBlock.Paragraph paragraph => "  " + string.Concat(paragraph.Texts.Select(one => one.ToWrite ? $"【待填 {one.Place}：{one.Text}】" : one.Text)),
                ReportBlock.Table table => $"  [{table.Form.Kind} {table.Form.Columns}×{table.Form.Rows}]",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
    }
}
