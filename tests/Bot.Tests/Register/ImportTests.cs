using System.Text;
using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Register;
using Disclosure.Bot.Register.Import;
using Disclosure.Requests;
using Disclosure.Tests.Shared;
using MiniExcelLibs;

namespace Disclosure.Bot.Tests.Register;

public sealed class ImportTests : IDisposable
{
    private static readonly AgencyCode Agency = AgencyCode.Parse("sample");
    private static readonly RegisterWords Words = new(Phrases.In(Language.Zh));
    private static readonly StaffMember Zhang = new("zhang", Agency, Roles.Clerk);
    private static readonly StaffMember Wang = new("wang", Agency, Roles.DisclosureHead | Roles.DeptHead);
    private static readonly StaffMember Zhao = new("zhao", Agency, Roles.SecrecyReviewer);
    private static readonly StaffMember Liu = new("liu", Agency, Roles.PrincipalLeader);

    private readonly TempFolder _folder = new();
    private int _cases;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_becomes_the_moves_the_office_made()
    {
        var result = Read(ImportSheets.Csv(ImportSheets.Granted()));

        Assert.Empty(result.Problems);
        Assert.Equal(
            "2025-03-03 RegisterOnBehalf zhang|2025-03-03 BeginReview zhang|2025-03-03 BeginProcessing zhang|2025-03-20 DraftDecision zhang|2025-03-20 SubmitSecrecy zhang|2025-03-20 SecrecyPass zhao|2025-03-20 Approve liu|2025-03-20 Send zhang|2025-03-20 Close zhang",
            string.Join('|', result.Cases.Single().Entries.Select(entry => $"{Iso.Day(entry.On)} {entry.Move.GetType().Name} {entry.By.Id}")));
        Assert.Equal(CaseState.Closed, result.Cases[0].Case.State);
        Assert.Equal("由原台账导入：old.csv 第 2 行", result.Cases[0].Entries[0].Reason!.Value.Reveal());
    }

    [Fact]
    public void Correction_consultation_extension_and_fee_are_taken_over_in_the_order_of_their_days()
    {
        var row = ImportSheets.Granted(answered: "2025-06-05").With(
            ("correction-on", "2025-03-05"), ("correction-what", "请写明年份"), ("correction-by", "2025-03-20"), ("correction-letter", "补1"), ("corrected-on", "2025-03-10"), ("corrected", "2024年"),
            ("consult-kind", "第三方"), ("consult-with", "某合作社"), ("consult-on", "2025-03-12"), ("consult-letter", "征1"), ("consult-delivered-on", "2025-03-13"), ("opinion-on", "2025-03-20"), ("agrees", "同意"), ("opinion", "同意公开"),
            ("consult-kind:2", "其他机关"), ("consult-with:2", "县农业农村局"), ("consult-on:2", "2025-03-14"), ("consult-letter:2", "征2"), ("opinion-on:2", "2025-03-24"), ("agrees:2", "否"), ("opinion:2", "涉及他人"),
            ("extension-asked-on", "2025-03-25"), ("extension-days", "20"), ("extension-grounds", "材料多"), ("extension-approved-on", "2025-03-26"), ("extension-told-on", "2025-03-27"), ("extension-letter", "延1"),
            ("fee-on", "2025-04-01"), ("fee-basis", "按件"), ("fee-yuan", "30"), ("fee-letter", "费1"), ("fee-delivered-on", "2025-04-02"), ("paid-on", "2025-05-15"), ("receipt", "票1"));

        var result = Read(ImportSheets.Csv(row));

        Assert.Empty(result.Problems);
        Assert.Equal(
            "RegisterOnBehalf BeginReview RequestCorrection ReceiveCorrection BeginProcessing ConsultThirdParty ConsultDelivered ConsultAgency ConsultReturned ConsultReturned RequestExtension ApproveExtension NotifyExtension IssueFeeNotice Countersign RecordFeeDelivery RecordPayment DraftDecision SubmitSecrecy SecrecyPass Approve Send Close",
            string.Join(' ', result.Cases.Single().Entries.Select(entry => entry.Move.GetType().Name)));
    }

    public static TheoryData<string, Dictionary<string, string>, Outcome, CaseState> Endings => new()
    {
        {
            "lapsed", Without("outcome", "what", "where", "answered-on", "answer-letter", "delivery", "delivery-evidence", "closed-on").With(
                ("correction-on", "2025-03-05"), ("correction-what", "请写明年份"), ("correction-by", "2025-03-20"), ("correction-letter", "补1"), ("outcome", "（六）1"), ("lapsed-on", "2025-03-25")),
            Outcome.OtherNoCorrection, CaseState.LapsedNoCorrection
        },
        {
            "unpaid", Without("outcome", "what", "where", "answered-on", "answer-letter", "delivery", "delivery-evidence", "closed-on").With(
                ("fee-on", "2025-03-05"), ("fee-basis", "按量"), ("fee-yuan", "12.50"), ("fee-letter", "费1"), ("fee-delivered-on", "2025-03-06"), ("outcome", "逾期未缴费"), ("lapsed-on", "2025-04-30")),
            Outcome.OtherNoFee, CaseState.LapsedNoFee
        },
        { "withdrawn", Without("outcome", "what", "where", "answered-on", "answer-letter", "delivery", "delivery-evidence", "closed-on").With(("withdrawn-on", "2025年3月6日"), ("withdrawal", "书面撤回"), ("outcome", "（六）3 其他")), Outcome.OtherOther, CaseState.Withdrawn },
        { "partly", ImportSheets.Granted().With(("outcome", "部分公开"), ("grounds", "含个人信息"), ("part-grounds", "（三）4、（三）5"), ("archived-on", "2025-04-01")), Outcome.PartlyGranted, CaseState.Archived },
        { "repeat", ImportSheets.Granted().With(("outcome", "重复申请"), ("earlier-request", "〔2024〕0009号"), ("grounds", "已答复")), Outcome.NotHandledRepeat, CaseState.Closed },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void Every_way_a_request_ends_is_taken_over(string name, Dictionary<string, string> row, Outcome outcome, CaseState state)
    {
        var result = Read(ImportSheets.Csv(row));

        Assert.Empty(result.Problems.Select(problem => $"{name} {problem.Column} {problem.Sentence}"));
        Assert.Equal((outcome, state), (result.Cases.Single().Case.Outcome, result.Cases.Single().Case.State));
    }

    [Fact]
    public void A_remedy_is_taken_over_and_a_pending_one_stays_pending()
    {
        var row = ImportSheets.Granted().With(
            ("remedy-on", "2025-04-10"), ("remedy-route", "行政复议"), ("remedy-organ", "县人民政府"), ("remedy-decided-on", "2025-06-10"), ("remedy-result", "结果维持"),
            ("remedy-on:2", "2025-07-01"), ("remedy-route:2", "复议后起诉"), ("remedy-organ:2", "县人民法院"));

        var result = Read(ImportSheets.Csv(row));

        Assert.Empty(result.Problems);
        Assert.Equal(["Reconsideration Upheld", "LitigationAfterReconsideration "], result.Cases.Single().Case.Remedies.Select(remedy => $"{remedy.Route} {remedy.Result}"));
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { "kind", "农民", "第 2 行 申请人类型：不能写“农民”，应写natural-person（自然人）、commercial-enterprise（商业企业）、research-institution（科研机构）、public-interest-organisation（社会公益组织）、legal-service-organisation（法律服务机构）、other-organisation（其他）。" },
        { "received-on", "3月3日", "第 2 行 收到日期：不能写“3月3日”，应写日期，如 2026-03-02 或 2026年3月2日。" },
        { "wanted", "", "第 2 行 申请内容：没有填。应写文字。" },
        { "answer-letter", "", "第 2 行 答复文号：没有填。应写文字。" },
        { "opinion", "不同意", "第 2 行 意见内容：填了内容，但“征求意见日期”空着；请补上日期，或删去这一格。" },
        { "clerk", "li", "第 2 行 经办人：没有经办人 li，可写：zhang, wang。" },
        { "number", "2024-0001", "第 2 行 收到日期：2025-03-03“代为登记”（zhang）不能办：编号 2024-0001 不属于登记年度 2025，请使用该年度的编号。" },
        { "answered-on", "2025-03-01", "第 2 行 答复日期：2025-03-01 早于登记日期 2025-03-03，请核对。" },
        { "archived-on", "2099-01-01", "不能办：日期 2099-01-01 晚于今天（2026-11-23），请改为实际发生的日期。" },
        { "arrived-on", "2025-03-01", "第 2 行 收到日期：2025-03-03“代为登记”（zhang）不能办：按此渠道的规则，2025-03-01 到达的申请不能以 2025-03-03 为收到之日" },
        { "outcome", "国家秘密", "第 2 行 办理结果：2025-03-20“拟答复”（zhang）不能办：选择“1.属于国家秘密”须先填写“依据材料”。" },
        { "outcome", "不予公开", "第 2 行 办理结果：不能写“不予公开”，应写" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_row_is_named_with_its_column_and_the_reason(string column, string text, string sentence)
    {
        var result = Read(ImportSheets.Csv(ImportSheets.Granted().With((column, text)), ImportSheets.Granted("2025-0002")));

        Assert.Contains(result.Problems, problem => $"第 {problem.Row} 行 {problem.Column}：{problem.Sentence}".Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_is_taken_or_stands_twice_is_refused()
    {
        var result = Read(ImportSheets.Csv(ImportSheets.Granted(), ImportSheets.Granted("2025-0002"), ImportSheets.Granted("〔2025〕0002号")), taken: RequestNumber.Parse("2025-0001"));

        Assert.Equal(["2 编号 2025-0001 在台账里已经有了（是不是已经导入过？）。", "4 编号 2025-0002 与第 3 行重复。"], result.Problems.Select(problem => $"{problem.Row} {problem.Sentence}"));
    }

    [Fact]
    public void A_row_that_slipped_to_the_right_is_refused()
    {
        var lines = ImportSheets.Csv(ImportSheets.Granted()).Split('\n');

        var result = Read(lines[0] + "\n" + lines[1].Replace("自然人", ",自然人", StringComparison.Ordinal));

        Assert.Contains(result.Problems, problem => problem.Sentence.StartsWith("第 19 列没有标题却有内容", StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[]> Encodings
    {
        get
        {
            var text = "某镇依申请公开台账\n" + ImportSheets.Csv(ImportSheets.Granted().With(("wanted", "补贴表，含“户主”\n和\"金额\", 两列")));
            return new()
            {
                { "utf-8", Encoding.UTF8.GetBytes(text) },
                { "utf-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] },
                { "gb18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text) },
                { "windows line ends", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_csv_is_read_in_any_encoding_with_quotes_commas_and_line_breaks(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);

        var result = Read(bytes, "old.csv");

        Assert.Empty(result.Problems);
        Assert.Equal("补贴表，含“户主”\n和\"金额\", 两列", result.Cases.Single().Case.Application.Wanted.Reveal()!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_workbook_is_read_with_its_days_as_days_and_as_bare_numbers()
    {
        var row = ImportSheets.Granted().ToDictionary(pair => ImportSheets.Heading(pair.Key), object (pair) => pair.Key switch { "received-on" => new DateTime(2025, 3, 3, 0, 0, 0, DateTimeKind.Unspecified), "answered-on" => 45736d, _ => pair.Value });
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { row });

        var result = Read(stream.ToArray(), "old.xlsx");

        Assert.Empty(result.Problems);
        Assert.Equal((new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 20)), (result.Cases.Single().Case.ReceivedOn, result.Cases.Single().Case.DecidedOn));
    }

    [Fact]
    public void An_identity_number_that_a_workbook_rounded_is_refused()
    {
        var row = ImportSheets.Granted().With(("proof-number", "")).ToDictionary(pair => ImportSheets.Heading(pair.Key), object (pair) => pair.Key == "proof-number" ? 653101199001011234d : pair.Value);
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { row });

        Assert.Equal(["证件号码"], Read(stream.ToArray(), "old.xlsx").Problems.Select(problem => problem.Column));
    }

    [Fact]
    public void Lines_of_json_name_their_own_fields()
    {
        var line = System.Text.Json.JsonSerializer.Serialize(ImportSheets.Granted().ToDictionary(pair => ImportSheets.Heading(pair.Key), pair => pair.Value));

        var result = Read(Encoding.UTF8.GetBytes(line + "\n\n" + line.Replace("2025-0001", "2025-0002", StringComparison.Ordinal)), "old.jsonl");

        Assert.Empty(result.Problems);
        Assert.Equal([1, 3], result.Cases.Select(one => one.Row));
    }

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "old.xls", "x", "Import.Unreadable.Kind" },
        { "old.xlsx", "not a zip", "Import.Unreadable.Workbook" },
        { "old.csv", "甲,乙\n1,2", "Import.Unreadable.NoHeading" },
        { "old.csv", "编号,渠道\n\"2025-0001,当面\n", "Import.Unreadable.Quote" },
        { "old.jsonl", "{\"编号\": ", "Import.Unreadable.Json" },
        { "old.csv", "", "Import.Unreadable.NoHeading" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_register_says_why(string file, string text, string why) =>
        Assert.Equal(why, Assert.Throws<UnreadableSheetException>(() => Read(Encoding.UTF8.GetBytes(text), file)).Why);

    [Fact]
    public void A_mapping_takes_their_headings_their_words_and_what_is_always_so()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "map.json"), """
            {
              "headings": { "序号": "编号", "申请人": "姓名或名称", "收件日": "收到日期", "备注": "" },
              "values": { "渠道": { "来人": "当面" } },
              "defaults": { "申请人类型": "自然人", "身份证明": "窗口出示", "联系方式": "原台账未记载", "提供形式": "纸质", "获取方式": "自取" }
            }
            """);
        var problems = new List<ConfigProblem>();
        var mapping = ImportMapping.Read(Path.Combine(_folder.Path, "map.json"), problems);

        var result = Read(Encoding.UTF8.GetBytes("序号,申请人,收件日,渠道,申请内容,备注\n2025-1,某某,2025/3/3,来人,低保名单,急\n"), "old.csv", mapping);

        Assert.Empty(problems);
        Assert.Empty(result.Problems);
        Assert.Equal((CaseState.UnderReview, Channel.InPerson), (result.Cases.Single().Case.State, result.Cases.Single().Case.Channel));
    }

    [Fact]
    public void Unknown_and_missing_columns_are_told_before_any_row()
    {
        var result = Read("编号,申请人类别\n2025-0001,自然人\n");

        Assert.Contains(new(1, "申请人类别", "不认识标题“申请人类别”，最接近的是“申请人类型”；请改标题，或在 --mapping 里写明（不要的列对应到空）。"), result.Problems);
        Assert.Contains(new(1, "收到日期", "缺少这一列，请补上，或在 --mapping 的 defaults 里写明。"), result.Problems);
    }

    [Fact]
    public void The_template_is_a_register_that_can_be_read()
    {
        foreach (var (file, bytes) in new[] { ("t.csv", ImportTemplate.Csv(Words.Phrases)), ("t.xlsx", ImportTemplate.Xlsx(Words)) })
        {
            var sheet = SheetOf(bytes, file, ImportMapping.None);

            Assert.Equal(ImportColumns.All.Select(column => column.Heading(Words.Phrases)), sheet.Headings);
            Assert.Empty(sheet.Rows);
        }
    }

    [Fact]
    public void The_template_explains_every_column() =>
        Golden.Matches(string.Join('\n', ImportTemplate.About(Words).Select(row => string.Join(" | ", row))));

    private static Dictionary<string, string> Without(params string[] keys)
    {
        var row = ImportSheets.Granted();
        foreach (var key in keys)
            row.Remove(key);
        return row;
    }

    private ImportResult Read(string csv, RequestNumber? taken = null) => Read(Encoding.UTF8.GetBytes(csv), "old.csv", null, taken);

    private ImportResult Read(byte[] bytes, string file, ImportMapping? mapping = null, RequestNumber? taken = null)
    {
        mapping ??= ImportMapping.None;
        var day = new DeskDay(Some.Morning, new DeskRules(new DeadlineRules(CalendarFiles.Read(Repository.PathTo("config"), new List<ConfigProblem>()))));
        var import = new RegisterImport(Agency, new([Zhang, Wang, Zhao, Liu]), new(Zhang, Wang, Zhao, [Liu]), Words, day, file);
        return import.Read(SheetOf(bytes, file, mapping), mapping, taken is { } number ? new HashSet<RequestNumber> { number } : [], () => CaseId.Parse($"case-{++_cases:0000}"));
    }

    private ImportSheet SheetOf(byte[] bytes, string file, ImportMapping mapping)
    {
        var path = Path.Combine(_folder.Path, file);
        File.WriteAllBytes(path, bytes);
        return SheetFile.Read(path, text => RegisterImport.IsHeading(text, mapping, Words));
    }
}
