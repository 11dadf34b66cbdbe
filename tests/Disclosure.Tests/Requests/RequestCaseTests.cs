using Disclosure.Requests;
using static Disclosure.Tests.Shared.LawfulPeople;

namespace Disclosure.Tests.Requests;

/// <summary>What lawful moves make of a case: its clock, its counts, and what is kept.</summary>
public class RequestCaseTests
{
    private static readonly PersonalText Text = Some.Text;

    [Fact]
    public void A_submission_has_no_clock_and_no_count_until_both_sides_have_confirmed()
    {
        var submitted = Story.Submitted.Case;
        var confirmed = Story.Submitted.Then("2025-05-20", Clerk, new CaseMove.ConfirmRegister(new(2025, 1), Text)).Case;

        Assert.Null(submitted.DeadlineOn(Some.Day("2025-05-20"), Some.Rules));
        Assert.Null(submitted.Counted);
        Assert.Equal(Some.Day("2025-06-18"), Due(confirmed, "2025-05-20"));
        Assert.Equal(Some.Day("2025-06-17"), confirmed.DeadlineOn(Some.Day("2025-05-20"), Some.Rules)!.PrudentBy);
        Assert.Equal(new(confirmed.Id, new(2025, 1), ApplicantKind.NaturalPerson, Some.Day("2025-05-20"), null, null), confirmed.Counted);
    }

    [Fact]
    public void What_is_taken_back_or_withdrawn_before_registration_is_counted_nowhere()
    {
        Assert.Null(Story.Submitted.Then("2025-05-19", Applicant, new CaseMove.Recall()).Case.Counted);
        Assert.Null(Story.Submitted.Then("2025-05-19", Applicant, new CaseMove.Withdraw()).Case.Counted);
        Assert.Null(Story.NotAnApplication.Case.Counted);
    }

    [Fact]
    public void Withdrawn_after_registration_it_counts_under_other() =>
        Assert.Equal((Outcome.OtherOther, Some.Day("2025-05-26")), (Story.Withdrawn.Case.Counted!.Outcome, Story.Withdrawn.Case.Counted.DecidedOn!.Value));

    [Fact]
    public void A_rehearsal_and_its_children_count_nowhere()
    {
        var rehearsal = Story.Begun.Then("2025-05-20", Clerk, Story.OnBehalf() with { Rehearsal = true }).Then("2025-05-21", Clerk, new CaseMove.BeginReview("clerk-1")).Then("2025-05-21", Clerk, new CaseMove.Split([Story.Part(2)]));

        Assert.Null(rehearsal.Case.Counted);
        Assert.All(rehearsal.Children.Values, child => Assert.Null(child.Counted));
    }

    [Fact]
    public void A_correction_starts_the_clock_anew_and_keeps_the_day_of_receipt()
    {
        Assert.Null(Due(Story.AwaitingCorrection.Case, "2025-05-28"));
        Assert.Equal(Some.Day("2025-07-04"), Due(Story.Corrected.Case, "2025-06-06"));
        Assert.Equal(Some.Day("2025-05-20"), Story.Corrected.Case.Counted!.ReceivedOn);
    }

    [Fact]
    public void An_applicants_own_correction_waits_for_the_office_and_counts_from_the_day_it_came()
    {
        var asked = Story.Submitted.Then("2025-05-20", Clerk, new CaseMove.ConfirmRegister(new(2025, 1), Text)).Then("2025-05-21", Clerk, new CaseMove.BeginReview("clerk-1"))
            .Then("2025-05-26", Clerk, new CaseMove.RequestCorrection(Text, Some.Day("2025-06-10"), "补正1号"));

        var sent = asked.Then("2025-06-06", Applicant, new CaseMove.ReceiveCorrection(Text));
        Assert.True(sent.Case.MarksOn(Some.Day("2025-06-06"), Some.Rules).HasFlag(CaseMarks.Unconfirmed | CaseMarks.CountersignOpen));
        var confirmed = sent.Then("2025-06-10", Clerk, new CaseMove.Countersign());

        Assert.Equal(CaseState.UnderReview, confirmed.Case.State);
        Assert.Equal(Some.Day("2025-07-04"), Due(confirmed.Case, "2025-06-10"));
    }

    [Fact]
    public void The_head_may_ask_for_a_correction_late_with_a_reason_and_that_stays_marked()
    {
        var move = new CaseMove.RequestCorrection(Text, Some.Day("2025-06-15"), "补正1号", Text);

        var decision = (Decision.Accepted)Story.UnderReview.Try("2025-05-30", Head, move);
        var asked = Story.UnderReview.Then("2025-05-30", Head, move);

        Assert.Equal([MoveNote.CorrectionNoticeLate], decision.Notes);
        Assert.True(asked.Case.MarksOn(Some.Day("2025-06-02"), Some.Rules).HasFlag(CaseMarks.CorrectionNoticeLate));
    }

    [Fact]
    public void A_lapse_waits_for_the_second_person_and_counts_on_the_day_of_agreement()
    {
        var asked = Story.AwaitingCorrection.Then("2025-06-11", Clerk, new CaseMove.LapseCorrection());
        Assert.Equal(CaseState.AwaitingCorrection, asked.Case.State);

        var agreed = asked.Then("2025-06-12", Head, new CaseMove.Countersign());

        Assert.Equal((Outcome.OtherNoCorrection, Some.Day("2025-06-12")), (agreed.Case.Counted!.Outcome, agreed.Case.Counted.DecidedOn!.Value));
    }

    [Fact]
    public void What_is_declined_is_dropped_and_may_be_asked_again()
    {
        var declined = Story.AwaitingCorrection.Then("2025-06-11", Clerk, new CaseMove.LapseCorrection()).Then("2025-06-11", Head, new CaseMove.DeclineToSign(Text));

        Assert.Null(declined.Case.Pending);
        Assert.Equal(CaseState.AwaitingCorrection, declined.Case.State);
        Assert.Contains(MoveKind.LapseCorrection, declined.Allowed("2025-06-12", Clerk));
    }

    [Fact]
    public void An_extension_counts_only_once_it_was_told()
    {
        var told = Story.ExtensionApproved.Then("2025-06-12", Clerk, new CaseMove.NotifyExtension("延期1号"));

        Assert.Equal(Some.Day("2025-06-18"), Due(Story.ExtensionApproved.Case, "2025-06-12"));
        Assert.True(Story.ExtensionApproved.Case.MarksOn(Some.Day("2025-06-12"), Some.Rules).HasFlag(CaseMarks.ExtensionUnnotified));
        Assert.Equal(Some.Day("2025-07-16"), Due(told.Case, "2025-06-12"));
    }

    [Fact]
    public void An_opinion_recorded_late_ends_the_exclusion_on_its_true_day()
    {
        var delivered = Story.Consulting.Then("2025-05-27", Clerk, new CaseMove.ConsultDelivered(1));
        var returned = (Decision.Accepted)delivered.Try("2025-06-16", Clerk, new CaseMove.ConsultReturned(1, true, Text), on: "2025-06-12", reason: "经办人出差");

        Assert.Equal(Some.Day("2025-07-04"), Due(delivered.Case.With(returned.Cases[0].Entries[0]), "2025-06-16"));
    }

    [Fact]
    public void Not_waiting_for_a_consultation_puts_its_time_back_into_the_count()
    {
        var move = new CaseMove.DraftDecision(Outcome.Granted, Story.Granted, Text);

        var drafted = Story.Consulting.Then("2025-05-30", Clerk, move);

        Assert.Equal([MoveNote.HoldWaived], ((Decision.Accepted)Story.Consulting.Try("2025-05-30", Clerk, move)).Notes);
        Assert.Equal(ConsultationEnd.Waived, drafted.Case.Consultations[0].End);
        Assert.Equal(Due(drafted.Case, "2025-05-30"), Due(drafted.Case, "2025-06-20"));
    }

    [Fact]
    public void A_redraft_or_a_return_voids_what_was_signed()
    {
        var returned = Story.InApproval.Then("2025-05-29", DeptHead, new CaseMove.Approve()).Then("2025-05-29", Deputy, new CaseMove.Return(Text));
        var again = returned.Then("2025-05-30", OtherClerk, new CaseMove.Redraft(Outcome.Granted, Story.Granted)).Then("2025-05-30", Clerk, new CaseMove.SubmitSecrecy(1));

        Assert.Empty(returned.Case.Draft!.Approvals);
        Assert.Null(returned.Case.Draft.SecrecyPassedBy);
        Assert.Equal((2, 1), (again.Case.Draft!.Version, again.Case.Draft.LevelsRequired));
        Assert.True(again.Case.Draft.IsDraftedBy(Clerk) && again.Case.Draft.IsDraftedBy(OtherClerk));
    }

    [Fact]
    public void The_principal_leaders_signature_under_their_own_draft_stays_marked()
    {
        var signed = Story.Processing.Then("2025-05-26", DraftingPrincipal, new CaseMove.DraftDecision(Outcome.Granted, Story.Granted))
            .Then("2025-05-27", Clerk, new CaseMove.SubmitSecrecy(1)).Then("2025-05-27", Secrecy, new CaseMove.SecrecyPass()).Then("2025-05-28", DraftingPrincipal, new CaseMove.Approve(Text));

        Assert.Equal(CaseState.Approved, signed.Case.State);
        Assert.True(signed.Case.MarksOn(Some.Day("2025-05-28"), Some.Rules).HasFlag(CaseMarks.OwnDraftSigned));
    }

    [Fact]
    public void A_doubtful_delivery_leaves_the_clock_running()
    {
        var doubtful = Story.Approved.Then("2025-05-30", Actor.System, new CaseMove.DeliveryUnknown("答复1号"));

        Assert.Equal(CaseState.Approved, doubtful.Case.State);
        Assert.True(doubtful.Case.MarksOn(Some.Day("2025-06-19"), Some.Rules).HasFlag(CaseMarks.DeliveryDoubtful | CaseMarks.Overdue));
        Assert.Null(doubtful.Then("2025-06-03", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件")).Case.UndeliveredLetter);
    }

    [Fact]
    public void Children_of_a_split_keep_the_day_of_receipt_and_what_had_happened_to_the_clock()
    {
        var split = Story.Corrected.Then("2025-06-09", Clerk, new CaseMove.Split([Story.Part(2), Story.Part(3)]));

        Assert.All(split.Children.Values, child =>
        {
            Assert.Equal((CaseState.Registered, split.Case.Id, Some.Day("2025-05-20")), (child.State, child.Parent!.Value, child.Counted!.ReceivedOn));
            Assert.Equal(Some.Day("2025-07-04"), Due(child, "2025-06-09"));
            Assert.NotNull(child.Correction);
        });
        Assert.Equal([2, 3], split.Case.Children.Select(part => part.Number.Serial));
    }

    [Fact]
    public void A_split_taken_back_leaves_its_children_uncounted_with_their_numbers()
    {
        var undone = Story.Split.Then("2025-05-26", Clerk, new CaseMove.UndoSplit());

        Assert.Empty(undone.Case.Children);
        Assert.All(undone.Children.Values, child => Assert.True(child is { IsTakenBack: true, State: CaseState.NotAnApplication, Counted: null, Number: not null }));
    }

    [Fact]
    public void A_corrected_record_counts_as_corrected_and_keeps_what_stood_there()
    {
        var asked = Story.Closed.Then("2025-06-05", Clerk, new CaseMove.CorrectRecord(Outcome.RefusedCaseFile, new(Record: "案卷1号"), ApplicantKind.CommercialEnterprise, Text));
        Assert.Equal(Outcome.Granted, asked.Case.Counted!.Outcome);

        var agreed = asked.Then("2025-06-06", Head, new CaseMove.Countersign()).Case;

        Assert.Equal(new(agreed.Id, new(2025, 1), ApplicantKind.CommercialEnterprise, Some.Day("2025-05-20"), Outcome.RefusedCaseFile, Some.Day("2025-05-30")), agreed.Counted);
        Assert.Equal(new RecordCorrection(Outcome.Granted, Outcome.RefusedCaseFile, ApplicantKind.NaturalPerson, ApplicantKind.CommercialEnterprise, "clerk-1", "head", Some.Day("2025-06-06")), Assert.Single(agreed.Corrections));
    }

    [Fact]
    public void A_move_that_changes_a_locked_year_is_lawful_and_says_so()
    {
        var story = new Story { LockedYears = { 2024 } };
        var late = (Decision.Accepted)story.Try("2025-02-05", Clerk, Story.OnBehalf(Channel.InPerson, "2024-12-31", "2024-12-31"));

        Assert.Contains(MoveNote.TouchesLockedYear, late.Notes);
    }

    [Fact]
    public void A_decision_anew_has_its_own_term_and_leaves_table_three_as_it_was()
    {
        var redeciding = Story.Redeciding;
        Assert.Equal((CaseState.Processing, Some.Day("2025-08-29")), (redeciding.Case.State, Due(redeciding.Case, "2025-08-05")!.Value));

        var anew = redeciding.Then("2025-08-06", Clerk, new CaseMove.DraftDecision(Outcome.PartlyGranted, new(What: Text, Grounds: Text, PartGrounds: [Outcome.RefusedInternal])))
            .Then("2025-08-07", Clerk, new CaseMove.SubmitSecrecy(1)).Then("2025-08-07", Secrecy, new CaseMove.SecrecyPass()).Then("2025-08-08", Deputy, new CaseMove.Approve())
            .Then("2025-08-11", Clerk, new CaseMove.Send("答复2号", DeliveryRoute.Handed, "签收")).Case;

        Assert.Equal(CaseState.Answered, anew.State);
        Assert.Equal(Story.Closed.Case.Counted, anew.Counted);
        Assert.Equal((Outcome.PartlyGranted, Some.Day("2025-08-11")), (anew.Redecision!.Outcome, anew.Redecision.DecidedOn!.Value));
        Assert.Equal(new CountedRemedy(anew.Id, 1, RemedyRoute.Reconsideration, Some.Day("2025-06-30"), RemedyResult.Corrected, Some.Day("2025-08-01")), Assert.Single(anew.CountedRemedies));
    }

    [Fact]
    public void A_case_ordered_to_be_answered_at_last_keeps_that_answer_as_its_first_result()
    {
        var ordered = Story.Processing.Then("2025-06-30", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-06-30")))
            .Then("2025-07-30", Clerk, new CaseMove.DecideRemedy(1, RemedyResult.Corrected)).Then("2025-08-01", Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-15")));

        Assert.Equal((CaseState.Processing, Some.Day("2025-08-15"), false), (ordered.Case.State, Due(ordered.Case, "2025-08-01")!.Value, ordered.Case.IsRedeciding));
        Assert.Null(ordered.Case.Counted!.Outcome);
    }

    [Theory]
    [InlineData("2025-06-10", CaseMarks.None)]
    [InlineData("2025-06-11", CaseMarks.DueSoon)]
    [InlineData("2025-06-18", CaseMarks.DueSoon)]
    [InlineData("2025-06-19", CaseMarks.Overdue)]
    [InlineData("2026-01-01", CaseMarks.Overdue | CaseMarks.CarriedOver)]
    public void A_case_is_soon_due_up_to_its_last_day_and_overdue_after_it(string today, CaseMarks marks) =>
        Assert.Equal(marks, Story.Processing.Case.MarksOn(Some.Day(today), Some.Rules));

    [Fact]
    public void A_deadline_through_a_year_without_a_notice_is_provisional()
    {
        var late = Story.Begun.Then("2026-12-21", Clerk, Story.OnBehalf(Channel.InPerson, "2026-12-21", "2026-12-21", 2026)).Case;

        Assert.Equal(CaseMarks.Provisional | CaseMarks.Unassigned, late.MarksOn(Some.Day("2026-12-22"), Some.Rules));
    }

    [Fact]
    public void A_late_answer_stays_late_even_when_a_later_term_is_kept()
    {
        var late = Story.Approved.Then("2025-06-20", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件"));
        var reopened = late.Then("2025-07-01", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-07-01")))
            .Then("2025-07-10", Clerk, new CaseMove.DecideRemedy(1, RemedyResult.Corrected)).Then("2025-07-10", Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-01")));

        Assert.Equal([MoveNote.AnsweredLate], ((Decision.Accepted)Story.Approved.Try("2025-06-20", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件"))).Notes);
        Assert.True(reopened.Case.MarksOn(Some.Day("2025-07-11"), Some.Rules).HasFlag(CaseMarks.AnsweredLate));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("2025-01-01", true)]
    public void A_posted_answer_is_in_time_by_its_posting_unless_the_setting_says_arrival(string? from, bool late)
    {
        var rules = Some.Rules with { PostEndsOnArrivalFrom = from is null ? null : Some.Day(from) };
        var arrived = Story.Approved.Then("2025-06-17", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件")).Then("2025-06-23", Clerk, new CaseMove.RecordDelivery("签收单"));

        Assert.Equal(late, arrived.Case.MarksOn(Some.Day("2025-06-23"), rules).HasFlag(CaseMarks.AnsweredLate));
    }

    [Theory]
    [InlineData(null, "2025-06-18")]
    [InlineData("2025-01-01", "2025-06-27")]
    public void Asking_for_reasons_leaves_the_clock_running_unless_the_setting_stops_it(string? from, string due)
    {
        var rules = Some.Rules with { ReasonsStopClockFrom = from is null ? null : Some.Day(from) };
        var given = Story.AwaitingReasons.Then("2025-06-05", Clerk, new CaseMove.ReceiveReasons(Text));

        Assert.Equal(Some.Day(due), given.Case.DeadlineOn(Some.Day("2025-06-05"), rules)!.AnswerBy);
    }

    [Fact]
    public void The_office_replies_to_a_review_organ_in_working_days_and_to_a_court_in_calendar_days()
    {
        Assert.Equal(Some.Day("2025-07-07"), RequestCase.ReplyBy(new(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-06-30"), null, null), Some.Rules));
        Assert.Equal(Some.Day("2025-07-15"), RequestCase.ReplyBy(new(1, RemedyRoute.DirectLitigation, "县人民法院", Some.Day("2025-06-30"), null, null), Some.Rules));
    }

    [Fact]
    public void A_case_cannot_be_read_from_no_entries_nor_from_the_middle()
    {
        Assert.Throws<ArgumentException>(() => RequestCase.Fold(Story.Closed.Case.Id, []));
        Assert.Throws<ArgumentException>(() => RequestCase.Fold(Story.Closed.Case.Id, Story.Closed.Entries.Skip(1)));
    }

    private static DateOnly? Due(RequestCase one, string today) => one.DeadlineOn(Some.Day(today), Some.Rules)!.AnswerBy;
}
