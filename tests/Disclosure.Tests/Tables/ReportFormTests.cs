using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

/// <summary>The three grids against the official form, cell by cell (国办公开办函〔2021〕30号).</summary>
public class ReportFormTests
{
    /// <summary>Every cell another number, so that none can stand in another's place unnoticed.</summary>
    private static readonly FormTable Proactive = ReportForm.Of(new ProactiveFigures(new(N(1), N(2), N(3)), new(N(4), N(5), N(6)), N(7), N(8), N(9), N(10)));
    private static readonly FormTable Requests = ReportForm.Of(new RequestFigures((row, heading) => N((100 * (int)row) + (int)heading)));
    private static readonly FormTable Remedies = ReportForm.Of(new RemedyFigures((route, heading) => N((100 * (int)route) + (int)heading)));

    public static TheoryData<FormTableKind, int, int> Grids => new()
    {
        { FormTableKind.Proactive, 4, 14 },
        { FormTableKind.Requests, 10, 28 },
        { FormTableKind.Remedies, 15, 4 },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void The_cells_cover_the_grid_exactly(FormTableKind kind, int columns, int rows)
    {
        var table = Of(kind);

        var covered = table.Cells.SelectMany(cell => from row in Enumerable.Range(cell.Row, cell.RowSpan) from column in Enumerable.Range(cell.Column, cell.ColumnSpan) select (row, column)).Order();

        Assert.Equal((columns, rows), (table.Columns, table.Rows));
        Assert.Equal(from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select (row, column), covered);
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void The_cells_come_by_row_and_then_column(FormTableKind kind, int columns, int rows)
    {
        var table = Of(kind);

        Assert.Equal(table.Cells.Select(cell => (cell.Row, cell.Column)).Order(), table.Cells.Select(cell => (cell.Row, cell.Column)));
        Assert.All(table.Cells, cell => Assert.True(cell.Row < rows && cell.Column < columns));
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void A_cell_is_either_words_or_a_number_with_its_place(FormTableKind kind, int columns, int rows)
    {
        var table = Of(kind);

        Assert.All(table.Cells, cell => Assert.Equal(cell.Figure is null, cell.Label.Length > 0));
        Assert.All(table.Cells, cell => Assert.Equal(cell.Figure is null, cell.Place.Length == 0));
        Assert.Distinct(table.Cells.Where(cell => cell.Figure is not null).Select(cell => cell.Place));
        Assert.True(columns * rows > table.Cells.Count);
    }

    [Fact]
    public void Table_two_is_laid_out_as_the_form_has_it() => Assert.Equal(
        """
        第二十条第（一）项[4]
        信息内容|本年制发件数|本年废止件数|现行有效件数
        规章|#1|#2|#3
        行政规范性文件|#4|#5|#6
        第二十条第（五）项[4]
        信息内容|本年处理决定数量[3]
        行政许可|#7[3]
        第二十条第（六）项[4]
        信息内容|本年处理决定数量[3]
        行政处罚|#8[3]
        行政强制|#9[3]
        第二十条第（八）项[4]
        信息内容|本年收费金额（单位：万元）[3]
        行政事业性收费|#10[3]
        """,
        Drawn(Proactive));

    [Fact]
    public void Table_three_is_laid_out_as_the_form_has_it() => Assert.Equal(
        """
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）[3x3]|申请人情况[7]
        自然人[1x2]|法人或其他组织[5]|总计[1x2]
        商业企业|科研机构|社会公益组织|法律服务机构|其他
        一、本年新收政府信息公开申请数量[3]|#0|#1|#2|#3|#4|#5|#6
        二、上年结转政府信息公开申请数量[3]|#100|#101|#102|#103|#104|#105|#106
        三、本年度办理结果[1x22]|（一）予以公开[2]|#200|#201|#202|#203|#204|#205|#206
        （二）部分公开（区分处理的，只计这一情形，不计其他情形）[2]|#300|#301|#302|#303|#304|#305|#306
        （三）不予公开[1x8]|1.属于国家秘密|#400|#401|#402|#403|#404|#405|#406
        2.其他法律行政法规禁止公开|#500|#501|#502|#503|#504|#505|#506
        3.危及“三安全一稳定”|#600|#601|#602|#603|#604|#605|#606
        4.保护第三方合法权益|#700|#701|#702|#703|#704|#705|#706
        5.属于三类内部事务信息|#800|#801|#802|#803|#804|#805|#806
        6.属于四类过程性信息|#900|#901|#902|#903|#904|#905|#906
        7.属于行政执法案卷|#1000|#1001|#1002|#1003|#1004|#1005|#1006
        8.属于行政查询事项|#1100|#1101|#1102|#1103|#1104|#1105|#1106
        （四）无法提供[1x3]|1.本机关不掌握相关政府信息|#1200|#1201|#1202|#1203|#1204|#1205|#1206
        2.没有现成信息需要另行制作|#1300|#1301|#1302|#1303|#1304|#1305|#1306
        3.补正后申请内容仍不明确|#1400|#1401|#1402|#1403|#1404|#1405|#1406
        （五）不予处理[1x5]|1.信访举报投诉类申请|#1500|#1501|#1502|#1503|#1504|#1505|#1506
        2.重复申请|#1600|#1601|#1602|#1603|#1604|#1605|#1606
        3.要求提供公开出版物|#1700|#1701|#1702|#1703|#1704|#1705|#1706
        4.无正当理由大量反复申请|#1800|#1801|#1802|#1803|#1804|#1805|#1806
        5.要求行政机关确认或重新出具已获取信息|#1900|#1901|#1902|#1903|#1904|#1905|#1906
        （六）其他处理[1x3]|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|#2000|#2001|#2002|#2003|#2004|#2005|#2006
        2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|#2100|#2101|#2102|#2103|#2104|#2105|#2106
        3.其他|#2200|#2201|#2202|#2203|#2204|#2205|#2206
        （七）总计[2]|#2300|#2301|#2302|#2303|#2304|#2305|#2306
        四、结转下年度继续办理[3]|#2400|#2401|#2402|#2403|#2404|#2405|#2406
        """,
        Drawn(Requests));

    [Fact]
    public void Table_four_is_laid_out_as_the_form_has_it() => Assert.Equal(
        """
        行政复议[5]|行政诉讼[10]
        结果维持[1x2]|结果纠正[1x2]|其他结果[1x2]|尚未审结[1x2]|总计[1x2]|未经复议直接起诉[5]|复议后起诉[5]
        结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
        #0|#1|#2|#3|#4|#100|#101|#102|#103|#104|#200|#201|#202|#203|#204
        """,
        Drawn(Remedies));

    [Fact]
    public void A_total_of_table_three_adds_up_its_row_or_the_twenty_one_results_above_it()
    {
        var totals = Requests.Cells.Where(cell => cell.Sum.Count > 0).ToList();

        Assert.Equal(25 + 6, totals.Count);
        Assert.All(totals.Where(cell => cell.Column == 9), cell => Assert.Equal(Enumerable.Range(3, 6).Select(column => (cell.Row, column)), cell.Sum));
        Assert.All(totals.Where(cell => cell.Column < 9), cell => Assert.Equal(Enumerable.Range(5, 21).Select(row => (row, cell.Column)), cell.Sum));
        Assert.All(totals.Where(cell => cell.Column < 9), cell => Assert.Equal(26, cell.Row));
    }

    [Fact]
    public void A_total_of_table_four_adds_up_the_four_results_before_it() => Assert.Equal(
        [(4, "0 1 2 3"), (9, "5 6 7 8"), (14, "10 11 12 13")],
        Remedies.Cells.Where(cell => cell.Sum.Count > 0).Select(cell => (cell.Column, string.Join(' ', cell.Sum.Select(part => part.Column)))));

    [Fact]
    public void A_figure_stands_as_it_was_given_and_a_zero_is_a_zero()
    {
        var table = ReportForm.Of(new RemedyFigures((_, heading) => heading switch
        {
            RemedyHeading.Upheld => Figure.NotANumber("/"),
            RemedyHeading.Corrected => Figure.NotANumber(""),
            _ => N(0),
        }));

        Assert.Equal(["/", "", "0", "0", "0"], table.Cells.Where(cell => cell.Row == 3).Take(5).Select(cell => cell.Figure!.Value.Text));
    }

    private static FormTable Of(FormTableKind kind) => kind switch
    {
        FormTableKind.Proactive => Proactive,
        FormTableKind.Requests => Requests,
        _ => Remedies,
    };

    /// <summary>One line a grid row, each cell where it begins: its words or #number, then columns, or columns x rows, where it spans.</summary>
    private static string Drawn(FormTable table) => string.Join('\n', table.Cells.GroupBy(cell => cell.Row).Select(row => string.Join('|', row.Select(Drawn))));

    private static string Drawn(FormCell cell) => (cell.Figure is { } figure ? $"#{figure}" : cell.Label) + (cell switch
    {
        { RowSpan: > 1 } => $"[{cell.ColumnSpan}x{cell.RowSpan}]",
        { ColumnSpan: > 1 } => $"[{cell.ColumnSpan}]",
        _ => "",
    });

    private static Figure N(int value) => Figure.Of(value);
}
