using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

public class HandlingTests
{
    [Fact]
    public void A_year_without_requests_counts_nothing() =>
        Assert.Equal(new HandlingCounts(0, 0, 0, 0, 0, 0, 0), Of(2024, []));

    [Fact]
    public void What_is_open_past_its_term_on_31_December_is_overdue_in_that_year()
    {
        var received = Received("2024-11-01");

        Assert.Equal(1, Of(2024, received).Overdue);
        Assert.Equal(0, Of(2023, received).Overdue);
    }

    [Fact]
    public void What_is_still_in_time_on_31_December_is_not_overdue_in_that_year()
    {
        var received = Received("2024-12-20");

        Assert.Equal((0, 1), (Of(2024, received).Overdue, Of(2025, received).Overdue));
    }

    [Fact]
    public void In_a_year_that_is_not_over_today_stands_for_its_end() =>
        Assert.Equal((0, 1), (Of(2024, Received("2024-11-01"), today: "2024-11-20").Overdue, Of(2024, Received("2024-11-01"), today: "2024-12-10").Overdue));

    [Fact]
    public void A_consultation_counts_in_the_year_its_letter_went_out()
    {
        var history = Received("2024-12-20");
        history.Add(Entry(new CaseMove.ConsultThirdParty(1, Some.Text, "〔2024〕7号"), "2024-12-24"));
        history.Add(Entry(new CaseMove.ConsultAgency(2, "县水利局", "〔2025〕1号"), "2025-01-03"));
        history.Add(Entry(new CaseMove.ConsultAgency(3, "县财政局", "〔2025〕2号"), "2025-01-03"));

        Assert.Equal((1, 2), (Of(2024, history).Consultations, Of(2025, history).Consultations));
    }

    [Fact]
    public void An_extension_counts_once_the_applicant_was_told()
    {
        var history = Received("2024-12-20");
        history.Add(Entry(new CaseMove.RequestExtension(20, Some.Text), "2024-12-30"));
        history.Add(Entry(new CaseMove.ApproveExtension(), "2024-12-31"));

        Assert.Equal((0, 0), (Of(2024, history).Extensions, Of(2025, history).Extensions));

        history.Add(Entry(new CaseMove.NotifyExtension("〔2025〕1号"), "2025-01-03"));
        Assert.Equal((0, 1), (Of(2024, history).Extensions, Of(2025, history).Extensions));
    }

    [Fact]
    public void A_fee_counts_in_the_year_it_was_paid_and_a_waived_one_never()
    {
        var paid = Received("2024-12-02");
        paid.Add(Entry(new CaseMove.IssueFeeNotice(FeeBasis.ByPage, 110, "〔2024〕8号", Some.Day("2024-12-10")), "2024-12-10"));
        paid.Add(Entry(new CaseMove.Countersign(), "2024-12-10", LawfulPeople.Head));
        var waived = paid.ToList();
        paid.Add(Entry(new CaseMove.RecordPayment(110, "收据12"), "2025-01-06"));
        waived.Add(Entry(new CaseMove.WaiveFee(Some.Text), "2025-01-06"));

        Assert.Equal((1, 0m, 0, 110m), (Of(2024, paid).FeeNotices, Of(2024, paid).FeesYuan, Of(2025, paid).FeeNotices, Of(2025, paid).FeesYuan));
        Assert.Equal((1, 0m), (Of(2024, waived).FeeNotices, Of(2025, waived).FeesYuan));
    }

    [Fact]
    public void A_correction_counts_in_the_year_it_was_asked_for()
    {
        var history = Received("2024-12-27");
        history.Add(Entry(new CaseMove.BeginReview("clerk-1"), "2024-12-30"));
        history.Add(Entry(new CaseMove.RequestCorrection(Some.Text, Some.Day("2025-01-20"), "〔2025〕1号"), "2025-01-03"));

        Assert.Equal((0, 1), (Of(2024, history).Corrections, Of(2025, history).Corrections));
    }

    [Theory]
    [InlineData("2025-01-20", 0)]
    [InlineData("2025-01-21", 1)]
    public void An_answer_after_the_term_is_late_in_the_year_it_went_out(string sent, int late)
    {
        var history = Received("2024-12-20");
        history.Add(Entry(new CaseMove.DraftDecision(Outcome.Granted, new(What: Some.Text)), "2025-01-10"));
        history.Add(Entry(new CaseMove.Send("〔2025〕3号", DeliveryRoute.Handed, "签收单"), sent));

        Assert.Equal((0, late), (Of(2024, history).AnsweredLate, Of(2025, history).AnsweredLate));
    }

    [Fact]
    public void A_rehearsal_is_in_no_count() =>
        Assert.Equal(new HandlingCounts(0, 0, 0, 0, 0, 0, 0), Of(2024, Received("2024-11-01", rehearsal: true)));

    private static HandlingCounts Of(int year, List<LedgerEntry> entries, string today = "2026-11-23") => Handling.Of(
        year,
        entries.Count == 0 ? [] : [(RequestCase.Fold(CaseId.Parse("case-0001"), entries), entries)],
        Some.Rules,
        Some.Day(today));

    private static List<LedgerEntry> Received(string day, bool rehearsal = false) =>
        [Entry(new CaseMove.RegisterOnBehalf(Some.Agency, new(Some.Day(day).Year, 1), Some.Application, Channel.Post, Some.Day(day), Some.Day(day), rehearsal), day)];

    private static LedgerEntry Entry(CaseMove move, string day, Actor? by = null) => new(move, by ?? LawfulPeople.Clerk, Some.Day(day), Some.DeskDay(day).Now);
}
