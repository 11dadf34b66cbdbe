using System.Globalization;
using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The official words of the form (国办公开办函〔2021〕30号): headings of the sections, rows and headings of the tables.</summary>
public static class FormLabels
{
    /// <summary>The six sections in order; a report that renames one is wrong.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ];

    /// <summary>The second line of a report's title; the organ's name is the first.</summary>
    public static string Title(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年政府信息公开工作年度报告");

    /// <summary>A table as people call it.</summary>
    public static string Of(FormTableKind table) => table switch
    {
        FormTableKind.Proactive => "表二",
        FormTableKind.Requests => "表三",
        FormTableKind.Remedies => "表四",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>The heading of the section a table stands in.</summary>
    public static string SectionOf(FormTableKind table) => Sections[1 + (int)table];

    /// <summary>What townships promise of their columns; see <see cref="Columns.HalfYearPromise"/>.</summary>
    public static IReadOnlyList<string> Promises { get; } = ["无空白栏目", "无半年以上未更新栏目"];

    /// <summary>The note in the top left corner of table three.</summary>
    public const string RequestTableNote = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    /// <summary>A row of table three, as printed in its own label cell.</summary>
    public static string Of(RequestRow row) => row switch
    {
        RequestRow.NewlyReceived => "一、本年新收政府信息公开申请数量",
        RequestRow.CarriedIn => "二、上年结转政府信息公开申请数量",
        RequestRow.Granted => "（一）予以公开",
        RequestRow.PartlyGranted => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        RequestRow.RefusedStateSecret => "1.属于国家秘密",
        RequestRow.RefusedLawForbids => "2.其他法律行政法规禁止公开",
        RequestRow.RefusedSecurity => "3.危及“三安全一稳定”",
        RequestRow.RefusedThirdParty => "4.保护第三方合法权益",
        RequestRow.RefusedInternal => "5.属于三类内部事务信息",
        RequestRow.RefusedProcess => "6.属于四类过程性信息",
        RequestRow.RefusedCaseFile => "7.属于行政执法案卷",
        RequestRow.RefusedRegistryQuery => "8.属于行政查询事项",
        RequestRow.UnableNotHeld => "1.本机关不掌握相关政府信息",
        RequestRow.UnableNeedsCreation => "2.没有现成信息需要另行制作",
        RequestRow.UnableStillUnclear => "3.补正后申请内容仍不明确",
        RequestRow.NotHandledPetition => "1.信访举报投诉类申请",
        RequestRow.NotHandledRepeat => "2.重复申请",
        RequestRow.NotHandledPublication => "3.要求提供公开出版物",
        RequestRow.NotHandledExcessive => "4.无正当理由大量反复申请",
        RequestRow.NotHandledReconfirm => "5.要求行政机关确认或重新出具已获取信息",
        RequestRow.OtherNoCorrection => "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        RequestRow.OtherNoFee => "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        RequestRow.OtherOther => "3.其他",
        RequestRow.Total => "（七）总计",
        RequestRow.CarriedOut => "四、结转下年度继续办理",
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    /// <summary>The group a row of table three stands in; empty for one that stands alone.</summary>
    public static string GroupOf(RequestRow row) => row switch
    {
        >= RequestRow.RefusedStateSecret and <= RequestRow.RefusedRegistryQuery => "（三）不予公开",
        >= RequestRow.UnableNotHeld and <= RequestRow.UnableStillUnclear => "（四）无法提供",
        >= RequestRow.NotHandledPetition and <= RequestRow.NotHandledReconfirm => "（五）不予处理",
        >= RequestRow.OtherNoCorrection and <= RequestRow.OtherOther => "（六）其他处理",
        _ => "",
    };

    /// <summary>What stands before all rows from （一） to （七）.</summary>
    public const string Results = "三、本年度办理结果";

    public static string Of(RequestHeading heading) => heading switch
    {
        RequestHeading.NaturalPerson => "自然人",
        RequestHeading.CommercialEnterprise => "商业企业",
        RequestHeading.ResearchInstitution => "科研机构",
        RequestHeading.PublicInterestOrganisation => "社会公益组织",
        RequestHeading.LegalServiceOrganisation => "法律服务机构",
        RequestHeading.OtherOrganisation => "其他",
        RequestHeading.Total => "总计",
        _ => throw new ArgumentOutOfRangeException(nameof(heading)),
    };

    public static string Of(RemedyRoute route) => route switch
    {
        RemedyRoute.Reconsideration => "行政复议",
        RemedyRoute.DirectLitigation => "未经复议直接起诉",
        RemedyRoute.LitigationAfterReconsideration => "复议后起诉",
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    public static string Of(RemedyHeading heading) => heading switch
    {
        RemedyHeading.Upheld => "结果维持",
        RemedyHeading.Corrected => "结果纠正",
        RemedyHeading.Other => "其他结果",
        RemedyHeading.Pending => "尚未审结",
        RemedyHeading.Total => "总计",
        _ => throw new ArgumentOutOfRangeException(nameof(heading)),
    };

    /// <summary>A cell of table two in words.</summary>
    public static string Place(ProactiveCell cell) => cell switch
    {
        ProactiveCell.RulesIssued => "表二 规章 本年制发件数",
        ProactiveCell.RulesRepealed => "表二 规章 本年废止件数",
        ProactiveCell.RulesInForce => "表二 规章 现行有效件数",
        ProactiveCell.DocumentsIssued => "表二 行政规范性文件 本年制发件数",
        ProactiveCell.DocumentsRepealed => "表二 行政规范性文件 本年废止件数",
        ProactiveCell.DocumentsInForce => "表二 行政规范性文件 现行有效件数",
        ProactiveCell.Licences => "表二 行政许可 本年处理决定数量",
        ProactiveCell.Penalties => "表二 行政处罚 本年处理决定数量",
        ProactiveCell.CompulsoryMeasures => "表二 行政强制 本年处理决定数量",
        ProactiveCell.Fees => "表二 行政事业性收费 本年收费金额",
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    /// <summary>A cell of table three in words.</summary>
    public static string Place(RequestRow row, RequestHeading heading) => $"表三 {GroupOf(row)}{Of(row)} {Of(heading)}";

    /// <summary>A whole vertical of table three in words.</summary>
    public static string Place(RequestHeading heading) => $"表三 {Of(heading)}";

    /// <summary>A cell of table four in words.</summary>
    public static string Place(RemedyRoute route, RemedyHeading heading) => $"表四 {Of(route)} {Of(heading)}";
}
