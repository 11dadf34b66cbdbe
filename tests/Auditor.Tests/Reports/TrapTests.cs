using System.Text;
using Disclosure.Auditor.Reports;
using Disclosure.Tables;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Auditor.Tests.Reports;

/// <summary>What published reports really do to their tables, one habit at a time.</summary>
public class TrapTests
{
    private static readonly string Sound = Layouts.HtmlText(SampleReports.Distinct);

    public static TheoryData<string, string, string> Cells => new()
    {
        { "a blank", "<td rowspan=\"1\" colspan=\"1\">1000</td>", "" },
        { "a slash", "1000", "/" },
        { "a dash", "1000", "—" },
        { "a word", "1000", "无" },
        { "a gap between digits", "1000", "10 00" },
        { "a unit", "1000", "1000件" },
        { "two numbers", "1000", "1000(12)" },
        { "a wrong separator", "1000", "10,00" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_is_no_number_is_never_read_as_one(string what, string was, string with)
    {
        var cell = was.StartsWith('<') ? "<td rowspan=\"1\" colspan=\"1\"></td>" : $">{with}<";
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Sound.Replace(was.StartsWith('<') ? was : $">{was}<", cell, StringComparison.Ordinal)));

        Assert.Equal((what, null, with), (what, report.Figures.Requests[RequestRow.NewlyReceived, RequestHeading.NaturalPerson].Value, report.Figures.Requests[RequestRow.NewlyReceived, RequestHeading.NaturalPerson].Text));
        Assert.Contains("T3-INT", ReportCheckTests.Told(report), StringComparison.Ordinal);
    }

    public static TheoryData<string, decimal> Numbers => new()
    {
        { "１２", 12 },
        { " 1,234 ", 1234 },
        { "1，234", 1234 },
        { "0", 0 },
        { "59237.2449", 59237.2449m },
        { "-3", -3 },
        { "\u00a012\u3000", 12 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_in_any_width_and_grouping(string text, decimal value) => Assert.Equal(value, NumberCell.Read(text).Value);

    public static TheoryData<string, string, string> Labels => new()
    {
        { "3.要求提供公开出版物", "3.要求提供公开出版", "LabelDiffers" },
        { "3.要求提供公开出版物", "要求提供公开出版物", "" },
        { "3.要求提供公开出版物", "2.要求提供公开出版物", "LabelDiffers" },
        { "3.要求提供公开出版物", "３．要求提供<br>公开出版物", "" },
        { "3.要求提供公开出版物", "3.要求提供公开岀版物", "LabelDiffers" },
        { "3.要求提供公开出版物", "§§", "RowByOrder" },
        { "3.危及“三安全一稳定”", "3. 危及\"三安全一稳定\"", "" },
        { "（一）予以公开", "(一) 予以公开", "" },
        { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", "LabelDiffers" },
        { "一、本年新收政府信息公开申请数量", "一、本年新收", "LabelDiffers" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_is_known_by_what_is_left_of_it_and_what_is_wrong_is_said(string official, string printed, string problem)
    {
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Sound.Replace($">{official}<", $">{printed}<", StringComparison.Ordinal)));

        LayoutTests.AssertSame(SampleReports.Distinct, report.Figures);
        Assert.Equal(problem, string.Join(' ', report.Problems.Select(one => one.Kind)));
    }

    [Fact]
    public void A_label_spread_over_two_cells_is_one()
    {
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Sound.Replace("<td rowspan=\"1\" colspan=\"3\">二、上年结转政府信息公开申请数量</td>", "<td>二、上年结转</td><td colspan=2>政府信息公开申请数量</td>", StringComparison.Ordinal)));

        LayoutTests.AssertSame(SampleReports.Distinct, report.Figures);
        Assert.Empty(report.Problems);
    }

    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "a cell too few", "<td rowspan=\"1\" colspan=\"1\">1023</td>", "", "RowNotAligned 表三 （一）予以公开" },
        { "a cell too many", "<td rowspan=\"1\" colspan=\"1\">1023</td>", "<td>1023</td><td>9</td>", "RowNotAligned 表三 （一）予以公开" },
        { "two merged cells", "<td rowspan=\"1\" colspan=\"1\">1023</td><td rowspan=\"1\" colspan=\"1\">1024</td>", "<td colspan=2>1023</td>", "RowNotAligned 表三 （一）予以公开" },
        { "another row besides", "<td rowspan=\"1\" colspan=\"2\">（一）予以公开</td>", "<td colspan=2>（一）予以公开</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>6</td></tr><tr><td colspan=2>（一）予以公开</td>", "RowTwice 表三 （一）予以公开" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_cannot_be_aligned_is_a_finding_and_no_number(string what, string was, string with, string problem)
    {
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Sound.Replace(was, with, StringComparison.Ordinal)));

        Assert.Equal((what, problem), (what, string.Join(' ', report.Problems.Select(one => $"{one.Kind} {one.Where}"))));
        Assert.All(RequestHeadings.All, heading => Assert.Null(report.Figures.Requests[RequestRow.Granted, heading].Value));
        Assert.Equal(1005m, report.Figures.Requests[RequestRow.NewlyReceived, RequestHeading.OtherOrganisation].Value);
    }

    [Fact]
    public void A_row_that_is_not_there_is_missing_and_not_zero()
    {
        var form = ReportForm.Of(SampleReports.Distinct.Requests);
        var without = form with { Cells = [.. form.Cells.Where(cell => cell.Row != 27)] };
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Layouts.Page(Layouts.Table(ReportForm.Of(SampleReports.Distinct.Proactive), Layouts.Plain), Layouts.Table(without, Layouts.Plain), Layouts.Table(ReportForm.Of(SampleReports.Distinct.Remedies), Layouts.Plain))));

        Assert.Equal("RowMissing 表三 四、结转下年度继续办理", string.Join(' ', report.Problems.Select(one => $"{one.Kind} {one.Where}")));
        Assert.All(RequestHeadings.All, heading => Assert.False(report.Figures.Requests[RequestRow.CarriedOut, heading].IsNumber));
        Assert.DoesNotContain("T3-INT", ReportCheckTests.Told(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_is_one_error_and_not_two_hundred()
    {
        var page = Layouts.Page(Layouts.Table(ReportForm.Of(SampleReports.Zero.Proactive), Layouts.Plain), "<p><img src=biao3.png></p>", Layouts.Table(ReportForm.Of(SampleReports.Zero.Remedies), Layouts.Plain));

        Assert.Equal("Error STRUCT TableMissing [表三]  ≠ ", ReportCheckTests.Told(LayoutTests.Read(Encoding.UTF8.GetBytes(page))));
    }

    [Fact]
    public void The_form_of_2019_is_recognised_and_none_of_its_other_counts_is_taken()
    {
        const string two = """
            <table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>
            <tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr><tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>
            """;
        var form = ReportForm.Of(SampleReports.Distinct.Requests);
        var three = Layouts.Table(form with { Cells = [.. form.Cells.Where(cell => cell.Row is not 24 and not 25).Select(cell => cell.Row == 23 && cell.Label.StartsWith("1.", StringComparison.Ordinal) ? cell with { Label = "" } : cell)] }, Layouts.Plain);
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Layouts.Page(two, three, Layouts.Table(ReportForm.Of(SampleReports.Distinct.Remedies), Layouts.Plain))));

        Assert.Equal(["表三", "表二"], report.Problems.Where(one => one.Kind is ReadingProblemKind.TableSuperseded).Select(one => one.Where).Order());
        Assert.False(report.Figures.Proactive.Rules.InForce.IsNumber);
    }

    [Fact]
    public void Table_four_in_three_narrow_tables_is_read_by_its_headings()
    {
        var cells = ReportForm.Of(SampleReports.Distinct.Remedies).Cells;
        string Part(string head, int first) => $"<table><tr><td colspan=5>{head}</td></tr><tr>{string.Concat(cells.Where(cell => cell.Row == 1 && cell.Column < 5).Select(cell => $"<td>{cell.Label}</td>"))}</tr><tr>{string.Concat(cells.Where(cell => cell.Row == 3 && cell.Column >= first && cell.Column < first + 5).Select(cell => $"<td>{cell.Figure}</td>"))}</tr></table>";
        var page = Layouts.Page(
            Layouts.Table(ReportForm.Of(SampleReports.Distinct.Proactive), Layouts.Plain),
            Layouts.Table(ReportForm.Of(SampleReports.Distinct.Requests), Layouts.Plain),
            Part("行政复议", 0) + Part("复议后起诉", 10) + Part("未经复议直接起诉", 5));

        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(page));

        LayoutTests.AssertSame(SampleReports.Distinct, report.Figures);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Deleted_and_hidden_text_of_a_Word_file_is_not_there()
    {
        var tables = Layouts.Forms(SampleReports.Distinct).SelectMany(form => OfficeFiles.Tables(form)).ToList();
        var cell = tables.SelectMany(table => table.Descendants<W.Text>()).First(text => text.Text == "1000");
        var paragraph = cell.Ancestors<W.Paragraph>().First();
        paragraph.Append(
            new W.DeletedRun(new W.Run(new W.DeletedText("77"))),
            new W.Run(new W.RunProperties(new W.Vanish()), new W.Text("88")),
            new W.InsertedRun(new W.Run(new W.Text("1"))));

        var report = LayoutTests.Read(OfficeFiles.Docx([OfficeFiles.Line("某镇人民政府2023年政府信息公开工作年度报告"), .. tables]));

        Assert.Equal(10001m, report.Figures.Requests[RequestRow.NewlyReceived, RequestHeading.NaturalPerson].Value);
    }

    public static TheoryData<string, string, int?> Titles => new()
    {
        { "洛浦县某镇人民政府 2023 年政府信息公开<br>工作年度报告", "洛浦县某镇人民政府", 2023 },
        { "某市某区人民政府二〇二四年政府信息公开工作年度报告", "某市某区人民政府", 2024 },
        { "2022年度某县发展和改革局政府信息公开工作年度报告", "某县发展和改革局", 2022 },
        { "某县某乡2021年政府信息公开年报", "某县某乡", 2021 },
        { "2023年政府信息公开工作年度报告", "", 2023 },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void The_title_says_whose_report_it_is_and_for_which_year(string title, string agency, int? year)
    {
        var page = $"<html><body><h1>{title}</h1><p>一、总体情况</p>{Layouts.Table(ReportForm.Of(SampleReports.Zero.Requests), Layouts.Plain)}</body></html>";

        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(page));

        Assert.Equal((agency, year), (report.Agency, report.Year));
    }

    [Fact]
    public void Sections_hold_the_words_and_neither_menu_nor_footer()
    {
        var report = LayoutTests.Read(Encoding.UTF8.GetBytes(Sound));

        Assert.Equal(FormLabels.Sections, report.Sections.Select(section => section.Heading));
        Assert.Equal(["（一）主动公开情况", "全年主动公开政府信息33条。"], report.Sections[0].Paragraphs);
        Assert.Equal(["本年度没有收取信息处理费。"], report.Sections[^1].Paragraphs);
        Assert.StartsWith("根据《中华人民共和国政府信息公开条例》", Assert.Single(report.Introduction), StringComparison.Ordinal);
    }

    public static TheoryData<string, ReportFault> Unreadable => new()
    {
        { "", ReportFault.Empty },
        { "%PDF-1.7 ...", ReportFault.Pdf },
        { "{\\rtf1 x}", ReportFault.Rtf },
        { "From: <Saved>\r\nMIME-Version: 1.0\r\n", ReportFault.WebArchive },
        { "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0", ReportFault.PlainText },
        { "<html><body><p>年报见附件</p><table><tr><td>1</td><td>2</td></tr></table></body></html>", ReportFault.NoTables },
        { "{\"agency\":\"x\"}", ReportFault.OtherJson },
        { "{\"agency\":", ReportFault.Damaged },
        { "PK\u0003\u0004 cut", ReportFault.Damaged },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_says_why(string content, ReportFault fault) =>
        Assert.Equal(fault, Assert.IsType<ReportReading.Unreadable>(ReportReader.Read(Encoding.UTF8.GetBytes(content))).Fault);

    [Fact]
    public void An_old_office_file_and_one_with_a_password_are_told_apart()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100]];

        Assert.Equal(ReportFault.OldOffice, Assert.IsType<ReportReading.Unreadable>(ReportReader.Read(ole)).Fault);
        Assert.Equal(ReportFault.Encrypted, Assert.IsType<ReportReading.Unreadable>(ReportReader.Read((byte[])[.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Fault);
    }
}
