using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class RequestTableTests
{
    [Theory]
    [InlineData("2025-12-31", null, null, 2024, "")]
    [InlineData("2025-12-31", null, null, 2025, "NewlyReceived CarriedOut")]
    [InlineData("2025-12-31", null, null, 2026, "CarriedIn CarriedOut")]
    [InlineData("2025-12-31", null, null, 2027, "CarriedIn CarriedOut")]
    [InlineData("2025-12-31", Outcome.Granted, "2026-01-05", 2025, "NewlyReceived CarriedOut")]
    [InlineData("2025-12-31", Outcome.Granted, "2026-01-05", 2026, "CarriedIn Granted Total")]
    [InlineData("2025-12-31", Outcome.Granted, "2026-01-05", 2027, "")]
    [InlineData("2025-01-01", Outcome.OtherOther, "2025-12-31", 2025, "NewlyReceived OtherOther Total")]
    [InlineData("2025-05-06", Outcome.PartlyGranted, "2025-05-20", 2025, "NewlyReceived PartlyGranted Total")]
    [InlineData("2025-05-06", Outcome.RefusedStateSecret, "2025-05-06", 2025, "NewlyReceived RefusedStateSecret Total")]
    public void A_request_counts_in_the_rows_of_its_year(string received, Outcome? outcome, string? decided, int year, string rows)
    {
        var table = RequestTable.Of(year, [Requests.Received(received, 1, outcome, decided)]);

        var counted = RequestRows.All.Where(row => table.Figures[row, RequestHeading.Total].Value == 1);
        Assert.Equal(rows, string.Join(' ', counted));
        Assert.All(RequestRows.All, row => Assert.Equal(table.Figures[row, RequestHeading.Total], table.Figures[row, RequestHeading.NaturalPerson]));
    }

    [Theory]
    [InlineData(ApplicantKind.NaturalPerson, RequestHeading.NaturalPerson)]
    [InlineData(ApplicantKind.CommercialEnterprise, RequestHeading.CommercialEnterprise)]
    [InlineData(ApplicantKind.ResearchInstitution, RequestHeading.ResearchInstitution)]
    [InlineData(ApplicantKind.PublicInterestOrganisation, RequestHeading.PublicInterestOrganisation)]
    [InlineData(ApplicantKind.LegalServiceOrganisation, RequestHeading.LegalServiceOrganisation)]
    [InlineData(ApplicantKind.OtherOrganisation, RequestHeading.OtherOrganisation)]
    public void An_applicant_counts_under_its_own_heading_and_the_total(ApplicantKind applicant, RequestHeading heading)
    {
        var table = RequestTable.Of(2025, [Requests.Received("2025-03-03", 1, applicant: applicant)]);

        Assert.Equal([heading, RequestHeading.Total], RequestHeadings.All.Where(one => table.Figures[RequestRow.NewlyReceived, one].Value == 1));
    }

    [Fact]
    public void Every_outcome_has_a_row_of_its_own()
    {
        var outcomes = Enum.GetValues<Outcome>();

        var table = RequestTable.Of(2025, outcomes.Select((outcome, i) => Requests.Received("2025-03-03", i + 1, outcome, "2025-03-20")));

        Assert.Equal(21, outcomes.Length);
        Assert.All(RequestRows.Results, row => Assert.Equal(1, table.Figures[row, RequestHeading.Total].Value));
        Assert.All(outcomes, outcome => Assert.Equal(outcome.ToString(), RequestRows.Of(outcome).ToString()));
    }

    [Fact]
    public void An_empty_register_prints_nought_in_every_cell()
    {
        var table = RequestTable.Of(2025, []);

        Assert.All(RequestRows.All.SelectMany(row => RequestHeadings.All.Select(heading => table.Figures[row, heading])), figure => Assert.Equal("0", figure.Text));
    }

    [Fact]
    public void What_was_published_last_year_is_printed_as_carried_in_while_the_cases_stay_the_registers()
    {
        var published = new ReportFigures(TiedReport.Previous.Proactive, new((row, _) => Figure.Of(row is RequestRow.CarriedOut ? 3 : 0)), TiedReport.Previous.Remedies);

        var table = RequestTable.Of(2026, [Requests.Received("2025-12-31", 7)], published);

        Assert.Equal(3, table.Figures[RequestRow.CarriedIn, RequestHeading.NaturalPerson].Value);
        Assert.Equal(["2025-0007"], table.CasesOf(RequestRow.CarriedIn, RequestHeading.Total).Select(one => one.Number.ToString()));
    }

    [Fact]
    public void A_published_cell_without_a_number_leaves_the_registers_count()
    {
        var published = new ReportFigures(TiedReport.Previous.Proactive, new((_, _) => Figure.NotANumber("/")), TiedReport.Previous.Remedies);

        var table = RequestTable.Of(2026, [Requests.Received("2025-12-31", 7)], published);

        Assert.Equal(1, table.Figures[RequestRow.CarriedIn, RequestHeading.NaturalPerson].Value);
    }

    [Fact]
    public void The_order_in_which_cases_come_does_not_matter()
    {
        CountedCase[] cases = [Requests.Received("2025-03-03", 2), Requests.Received("2025-02-03", 1), Requests.Received("2025-04-03", 3)];

        var (one, other) = (RequestTable.Of(2025, cases), RequestTable.Of(2025, cases.Reverse()));

        Assert.Equal([1, 2, 3], one.CasesOf(RequestRow.NewlyReceived, RequestHeading.Total).Select(c => c.Number.Serial));
        Assert.Equal(one.CasesOf(RequestRow.CarriedOut, RequestHeading.Total), other.CasesOf(RequestRow.CarriedOut, RequestHeading.Total));
    }

    [Theory]
    [InlineData("2025-03-03", Outcome.Granted, "2025-03-02")]
    [InlineData("2025-03-03", Outcome.Granted, null)]
    [InlineData("2025-03-03", null, "2025-03-20")]
    public void A_case_that_cannot_be_is_refused_instead_of_counted(string received, Outcome? outcome, string? decided) =>
        Assert.Throws<ArgumentException>(() => RequestTable.Of(2025, [Requests.Received(received, 1, outcome, decided)]));
}
