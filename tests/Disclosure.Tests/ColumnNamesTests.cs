using Disclosure.Columns;

namespace Disclosure.Tests;

public class ColumnNamesTests
{
    public static TheoryData<string, string, ColumnKind> Kinds => new()
    {
        { "", "乡镇动态", ColumnKind.News },
        { "", "工作动态", ColumnKind.News },
        { "", "今日要闻", ColumnKind.News },
        { "", "图片新闻", ColumnKind.News },
        { "", "机构改革动态", ColumnKind.News },
        { "", "领导活动", ColumnKind.News },
        { "", "通知公告", ColumnKind.Notice },
        { "", "公示公告", ColumnKind.Notice },
        { "", "规划公示", ColumnKind.Notice },
        { "", "人事招录通告", ColumnKind.Notice },
        { "", "政策文件", ColumnKind.Policy },
        { "", "行政规范性文件", ColumnKind.Policy },
        { "", "制度文件", ColumnKind.Policy },
        { "", "政策解读", ColumnKind.Policy },
        { "", "法律法规", ColumnKind.Policy },
        { "", "财政预决算", ColumnKind.Yearly },
        { "", "部门预算", ColumnKind.Yearly },
        { "", "政府信息公开年报", ColumnKind.Yearly },
        { "", "政府信息公开工作年度报告", ColumnKind.Yearly },
        { "", "统计信息", ColumnKind.Yearly },
        { "", "人事任免", ColumnKind.Yearly },
        { "", "规划计划", ColumnKind.Yearly },
        { "", "政府信息公开指南", ColumnKind.Document },
        { "", "政府信息公开制度", ColumnKind.Document },
        { "", "政府信息公开目录", ColumnKind.Document },
        { "", "机构职能", ColumnKind.Document },
        { "", "内设机构", ColumnKind.Document },
        { "", "领导信息", ColumnKind.Document },
        { "", "镇情概况", ColumnKind.Document },
        { "", "依申请公开", ColumnKind.Document },
        { "", "行政许可", ColumnKind.General },
        { "", "社会救助", ColumnKind.General },
        { "", "", ColumnKind.General },
        { "政策文件", "其他", ColumnKind.Policy },
        { "财政信息/部门预算", "2024年", ColumnKind.Yearly },
        { "通知公告/便民服务", "公交线路", ColumnKind.Notice },
        { "机构职能", "便民服务中心", ColumnKind.General },
        { "政策文件", "工作动态", ColumnKind.News },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_name_says_what_its_column_is_inspected_as(string path, string name, ColumnKind expected) =>
        Assert.Equal(expected, ColumnNames.KindOf(name, Split(path)));

    [Theory]
    [InlineData("", "财政预决算", true)]
    [InlineData("", "惠民惠农资金", true)]
    [InlineData("", "涉农补贴", true)]
    [InlineData("", "社会救助", true)]
    [InlineData("", "社会保障", true)]
    [InlineData("", "乡村振兴", true)]
    [InlineData("", "重大项目", true)]
    [InlineData("", "重大建设项目", true)]
    [InlineData("", "公共资源交易", true)]
    [InlineData("", "安全生产", true)]
    [InlineData("", "义务教育", true)]
    [InlineData("", "医疗卫生", true)]
    [InlineData("", "生态环境", true)]
    [InlineData("", "养老服务", true)]
    [InlineData("", "征地补偿", true)]
    [InlineData("", "宅基地审批", true)]
    [InlineData("重点领域信息公开", "防汛抗旱", true)]
    [InlineData("法定主动公开内容/社会救助", "特困供养", true)]
    [InlineData("", "通知公告", false)]
    [InlineData("", "镇域动态", false)]
    [InlineData("", "领导信息", false)]
    [InlineData("", "重点工作", false)]
    [InlineData("法定主动公开内容", "行政许可", false)]
    [InlineData("", "政府信息公开年报", false)]
    public void A_name_or_the_names_above_say_whether_it_is_a_key_area(string path, string name, bool expected) =>
        Assert.Equal(expected, ColumnNames.IsKeyArea(name, Split(path)));

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
