namespace Disclosure.Tables;

/// <summary>The places of a report that a person writes with <see cref="YearMove.EnterText"/>, because neither register nor auditor can know them.</summary>
public static class ReportPlaces
{
    /// <summary>Further papers the report rests on, such as the county's yearly notice. May stay empty.</summary>
    public const string Basis = "introduction.basis";

    /// <summary>Whom to ask; only where the agency's contact is not configured.</summary>
    public const string Contact = "introduction.contact";

    /// <summary>How many items were published; only where the auditor has not counted.</summary>
    public const string Published = "overview.published";

    /// <summary>What was published and how. May stay empty.</summary>
    public const string Proactive = "overview.proactive";

    /// <summary>How requests were received and handled beyond the numbers. May stay empty.</summary>
    public const string Requests = "overview.requests";

    /// <summary>零申请: channels nobody has looked through.</summary>
    public const string Channels = "overview.channels";

    /// <summary>政府信息管理.</summary>
    public const string Management = "overview.management";

    /// <summary>How the columns were adjusted; only where the number is not known.</summary>
    public const string Columns = "overview.columns";

    /// <summary>What can be said of blank and stale columns when the auditor's evidence does not carry the usual sentence.</summary>
    public const string Promise = "overview.promise";

    /// <summary>Platform work beyond the columns. May stay empty.</summary>
    public const string Platform = "overview.platform";

    /// <summary>监督保障, with assessment, public evaluation and accountability (Art. 50(4)).</summary>
    public const string Supervision = "overview.supervision";

    /// <summary>存在的主要问题.</summary>
    public const string Problems = "problems.found";

    /// <summary>改进情况.</summary>
    public const string Measures = "problems.measures";

    /// <summary>信息处理费; only where the register's fees are not known.</summary>
    public const string Fees = "other.fees";

    /// <summary>Other matters. May stay empty.</summary>
    public const string Matters = "other.matters";

    public static IReadOnlyList<string> All { get; } =
        [Basis, Contact, Published, Proactive, Requests, Channels, Management, Columns, Promise, Platform, Supervision, Problems, Measures, Fees, Matters];

    /// <summary>The places of a report that are still marked.</summary>
    public static IReadOnlyList<string> Unwritten(AnnualReport report) =>
    [
        .. report.Introduction.Concat(report.Sections.SelectMany(section => section.Blocks))
            .OfType<ReportBlock.Paragraph>()
            .SelectMany(paragraph => paragraph.Texts)
            .Where(text => text.ToWrite)
            .Select(text => text.Place ?? "")
            .Distinct(),
    ];
}
