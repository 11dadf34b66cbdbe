namespace Disclosure.Tables;

/// <summary>
/// Makes the whole report of a year: six sections in the form's order, the tables, and a narrative that says what register and auditor
/// know and marks what a person must write (国办公开办函〔2021〕30号; Art. 50).
/// </summary>
/// <remarks>A locked year is printed from its frozen figures, whatever the register says by now.</remarks>
public static class ReportComposer
{
    public static AnnualReport Compose(ReportMaterial material, ReportSentence say)
    {
        var figures = FiguresOf(material);
        var prose = new ReportWriter(material.Entered.Texts, say);
        var overview = new Overview(material, figures, prose, say);
        var report = new AnnualReport(
            material.Agency.Name,
            material.Entered.Year,
            ReportStanding.Draft,
            Introduction(material, prose, say),
            [
                new(FormLabels.Sections[0], overview.Blocks()),
                new(FormLabels.Sections[1], [new ReportBlock.Table(ReportForm.Of(figures.Proactive))]),
                new(FormLabels.Sections[2], [new ReportBlock.Table(ReportForm.Of(figures.Requests))]),
                new(FormLabels.Sections[3], [new ReportBlock.Table(ReportForm.Of(figures.Remedies))]),
                new(FormLabels.Sections[4], Problems(prose, say)),
                new(FormLabels.Sections[5], OtherMatters(material, prose, say)),
            ],
            figures,
            []);
        IReadOnlyList<TieOutFinding> findings = [.. material.Children?.Findings ?? [], .. CrossFooting.Check(figures, ContextOf(material, report))];
        return report with { Standing = StandingOf(material.Entered, findings), Findings = findings };
    }

    /// <summary>A locked report is what went out; before that an error makes even an approved one a draft again.</summary>
    private static ReportStanding StandingOf(ReportYear year, IReadOnlyList<TieOutFinding> findings) =>
        year.Frozen is not null || (year.State >= YearState.Approved && !CrossFooting.Stops(findings)) ? ReportStanding.Final : ReportStanding.Draft;

    private static ReportFigures FiguresOf(ReportMaterial material) =>
        material.Entered.Frozen?.Figures
        ?? material.Children?.Sum
        ?? new(ProactiveTable.Of(material.Entered).Figures, material.Requests.Figures, material.Remedies.Figures);

    private static CheckContext ContextOf(ReportMaterial material, AnnualReport report) => new(material.Agency.Level)
    {
        Previous = material.Entered.Previous?.Figures ?? material.PreviousLocked,
        Register = material.Children is null && material.Entered.Frozen is null ? material.Requests : null,
        Prose = ReportProse.Of(report),
        PreviousProse = material.PreviousProse,
        Published = material.Published,
    };

    private static List<ReportBlock> Introduction(ReportMaterial material, ReportWriter prose, ReportSentence say)
    {
        var basis = material.Entered.Texts.TryGetValue(ReportPlaces.Basis, out var more) ? say("Report.MoreBasis", ("papers", more)) : "";
        return
        [
            ReportWriter.Paragraph(say("Report.Basis", ("agency", material.Agency.Name), ("year", material.Entered.Year), ("more", basis))),
            ReportWriter.Paragraph(say("Report.Period", ("year", material.Entered.Year))),
            .. material.Contact is { } contact
                ? [ReportWriter.Paragraph(say(
                    "Report.Contact",
                    ("office", contact.Office),
                    ("address", contact.Address),
                    ("hours", contact.Hours is null ? "" : say("Report.Contact.Hours", ("hours", contact.Hours))),
                    ("phone", contact.Phone),
                    ("postCode", contact.PostCode is null ? "" : say("Report.Contact.PostCode", ("postCode", contact.PostCode)))))]
                : prose.Required(ReportPlaces.Contact),
        ];
    }

    private static List<ReportBlock> Problems(ReportWriter prose, ReportSentence say) =>
    [
        new ReportBlock.SubHeading(say("Report.Heading.Problems")),
        .. prose.Required(ReportPlaces.Problems),
        new ReportBlock.SubHeading(say("Report.Heading.Measures")),
        .. prose.Required(ReportPlaces.Measures),
    ];

    /// <summary>The fee is reported here, and that there was none is said in words.</summary>
    private static List<ReportBlock> OtherMatters(ReportMaterial material, ReportWriter prose, ReportSentence say)
    {
        IEnumerable<ReportBlock> fees = material.Handling switch
        {
            null => prose.Required(ReportPlaces.Fees),
            { FeeNotices: 0, FeesYuan: 0 } => [ReportWriter.Paragraph(say("Report.Fees.None", ("year", material.Entered.Year)))],
            var handling => [ReportWriter.Paragraph(say("Report.Fees.Some", ("year", material.Entered.Year), ("notices", handling.FeeNotices), ("yuan", Figure.Of(handling.FeesYuan))))],
        };
        return [.. fees, .. prose.Optional(ReportPlaces.Matters)];
    }
}
