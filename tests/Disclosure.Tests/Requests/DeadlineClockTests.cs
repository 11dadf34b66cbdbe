using Disclosure.Requests;
using Disclosure.Tests.Time;
using Disclosure.Time;

namespace Disclosure.Tests.Requests;

public class DeadlineClockTests
{
    private static readonly DeadlineRules Rules = new(ConfiguredCalendar.National, ConfiguredCalendar.Xinjiang);

    private static readonly ClockFact Start = new ClockFact.Start(new(2025, 5, 20), new(2025, 5, 20));

    [Fact]
    public void An_open_consultation_shows_the_day_as_if_the_opinion_came_today()
    {
        var open = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 26), new(2025, 5, 27), null);

        var deadline = DeadlineClock.Run([Start, open], Rules, new(2025, 6, 12));

        Assert.Equal((ClockStanding.Paused, new DateOnly(2025, 7, 4)), (deadline.Standing, deadline.AnswerBy));
    }

    [Theory]
    [InlineData("2025-06-18", ClockStanding.Paused, "2025-07-10")] // the last of its 15 working days
    [InlineData("2025-06-19", ClockStanding.Running, "2025-07-10")]
    [InlineData("2025-09-19", ClockStanding.Running, "2025-07-10")]
    public void A_third_partys_silence_ends_the_hold_by_itself(string today, ClockStanding standing, string answerBy)
    {
        var open = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 26), new(2025, 5, 27), null);

        var deadline = DeadlineClock.Run([Start, open], Rules, Some.Day(today));

        Assert.Equal((standing, Some.Day(answerBy)), (deadline.Standing, deadline.AnswerBy));
    }

    [Fact]
    public void A_silent_end_is_told_apart_by_whom_was_asked()
    {
        var rules = new DeadlineRules(ConfiguredCalendar.National);
        ClockFact[] facts = [Start, .. new[] { ConsultationKind.ThirdParty, ConsultationKind.CoAgency }.Select((kind, i) => new ClockFact.Exclude(i + 1, kind, new(2025, 5, 26), new(2025, 5, 27), null))];

        var marks = DeadlineClock.Run(facts, rules, new(2025, 7, 1)).Lines.Single(line => line.Day == new DateOnly(2025, 6, 18)).Marks;

        Assert.Equal([new(ClockEvent.ThirdPartySilent, 1), new(ClockEvent.AgencySilent, 2)], marks);
    }

    [Fact]
    public void An_opinion_after_the_15_days_does_not_stretch_the_hold()
    {
        var late = new ClockFact.Exclude(1, ConsultationKind.CoAgency, new(2025, 5, 26), new(2025, 5, 27), new(2025, 7, 9));

        Assert.Equal(new DateOnly(2025, 7, 10), DeadlineClock.Run([Start, late], Rules, new(2025, 7, 9)).AnswerBy);
    }

    [Fact]
    public void A_hold_that_begins_after_the_due_day_saves_nothing()
    {
        var late = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 6, 18), null, null);

        var deadline = DeadlineClock.Run([Start, late], Rules, new(2025, 6, 25));

        Assert.Equal((ClockStanding.Running, new DateOnly(2025, 6, 18)), (deadline.Standing, deadline.AnswerBy));
    }

    [Fact]
    public void A_case_answered_while_an_opinion_was_awaited_is_measured_on_the_day_it_ended()
    {
        var open = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 26), null, null);

        var deadline = DeadlineClock.Run([Start, open, new ClockFact.End(new(2025, 6, 12))], Rules, new(2025, 12, 1));

        Assert.Equal((ClockStanding.Ended, new DateOnly(2025, 7, 4)), (deadline.Standing, deadline.AnswerBy));
    }

    [Fact]
    public void While_a_correction_is_awaited_there_is_no_due_day()
    {
        var deadline = DeadlineClock.Run([Start, new ClockFact.Stop(new(2025, 5, 29), StopCause.Correction)], Rules, new(2025, 6, 10));

        Assert.Equal((ClockStanding.Stopped, null, null, false), (deadline.Standing, deadline.AnswerBy, deadline.WorkBy, deadline.Provisional));
        Assert.Equal((new DateOnly(2025, 6, 10), ClockDay.AwaitingCorrection), (deadline.Lines[^1].Day, deadline.Lines[^1].Why));
    }

    [Fact]
    public void The_ledger_shows_the_run_before_the_correction_and_the_one_after()
    {
        var deadline = DeadlineClock.Run([Start, new ClockFact.Stop(new(2025, 5, 29), StopCause.Correction), new ClockFact.RestartByCorrection(new(2025, 6, 16))], Rules, new(2025, 6, 16));

        Assert.Equal([new(2025, 5, 20), new DateOnly(2025, 6, 16)], deadline.Lines.Where(line => line.Why is ClockDay.Start).Select(line => line.Day));
        Assert.Equal([7, 20], [deadline.Lines.Last(line => line.Day < new DateOnly(2025, 6, 16) && line.Number is not null).Number, deadline.Lines[^1].Number]);
        Assert.Equal(18, deadline.Lines.Count(line => line.Why is ClockDay.AwaitingCorrection) + 1);
    }

    [Theory]
    [InlineData(null, "2025-07-14")] // 20 anew
    [InlineData("2025-06-16", "2025-07-03")] // the 13 days that were left
    [InlineData("2025-06-17", "2025-07-14")]
    public void A_payment_restarts_the_clock_as_the_setting_of_its_day_says(string? remainderFrom, string answerBy)
    {
        var rules = Rules with { FeeRemainderFrom = remainderFrom is null ? null : Some.Day(remainderFrom) };

        var deadline = DeadlineClock.Run([Start, new ClockFact.Stop(new(2025, 5, 29), StopCause.Fee), new ClockFact.RestartByFee(new(2025, 6, 16))], rules, new(2025, 6, 16));

        Assert.Equal((Some.Day(answerBy), 20), (deadline.AnswerBy, deadline.Lines[^1].Number));
    }

    [Fact]
    public void With_no_day_left_a_payment_gives_the_next_working_day()
    {
        ClockFact[] facts = [Start, new ClockFact.Stop(new(2025, 6, 18), StopCause.Fee), new ClockFact.RestartByFee(new(2025, 6, 20))];

        var deadline = DeadlineClock.Run(facts, Rules with { FeeRemainderFrom = new(2025, 1, 1) }, new(2025, 6, 20));

        Assert.Equal(new DateOnly(2025, 6, 23), deadline.AnswerBy);
    }

    [Theory]
    [InlineData(null, "2025-07-04")]
    [InlineData("2025-05-26", "2025-07-07")]
    [InlineData("2025-05-27", "2025-07-04")]
    public void The_day_of_sending_is_left_out_only_where_the_setting_says_so(string? from, string answerBy)
    {
        var rules = Rules with { SentDayExcludedFrom = from is null ? null : Some.Day(from) };

        Assert.Equal(Some.Day(answerBy), DeadlineClock.Run([Start, new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 26), null, new(2025, 6, 12))], rules, new(2025, 6, 12)).AnswerBy);
    }

    [Theory]
    [InlineData(null, "2025-06-18")]
    [InlineData("2025-06-06", "2025-06-23")]
    [InlineData("2025-06-10", "2025-06-19")] // one festival day of three lies after it
    [InlineData("2025-06-11", "2025-06-18")]
    public void The_regions_festivals_decide_in_law_only_from_the_day_set(string? from, string answerBy)
    {
        var deadline = DeadlineClock.Run([Start], Rules with { RegionDecidesFrom = from is null ? null : Some.Day(from) }, new(2025, 5, 20));

        Assert.Equal((Some.Day(answerBy), new DateOnly(2025, 6, 18), new DateOnly(2025, 6, 23)), (deadline.AnswerBy, deadline.WorkBy, deadline.Regional));
        Assert.Equal(deadline.AnswerBy, deadline.Lines[^1].Day);
    }

    [Fact]
    public void A_year_whose_festivals_nobody_entered_is_not_a_year_without_festivals()
    {
        var deadline = DeadlineClock.Run([new ClockFact.Start(new(2026, 5, 20), new(2026, 5, 20))], Rules, new(2026, 5, 20));

        Assert.Equal((null, true, false), (deadline.Regional, deadline.RegionalProvisional, deadline.Provisional));
        Assert.True(DeadlineClock.Run([new ClockFact.Start(new(2026, 5, 20), new(2026, 5, 20))], Rules with { RegionDecidesFrom = new(2026, 1, 1) }, new(2026, 5, 20)).Provisional);
    }

    [Fact]
    public void A_limit_that_runs_into_a_year_without_a_notice_is_provisional()
    {
        var deadline = DeadlineClock.Run([new ClockFact.Start(new(2026, 12, 10), new(2026, 12, 10))], new(ConfiguredCalendar.National), new(2026, 12, 10));

        Assert.Equal((new DateOnly(2027, 1, 8), true), (deadline.AnswerBy, deadline.Provisional));
        Assert.Equal((ClockDay.PublicHoliday, Festival.NewYear, true), deadline.Lines.Where(line => line.Day == new DateOnly(2027, 1, 1)).Select(line => (line.Why, line.Festival!.Value, line.Provisional)).Single());
    }

    [Fact]
    public void The_prudent_day_counts_from_submission_with_all_that_the_law_leaves_out()
    {
        var start = new ClockFact.Start(new(2025, 5, 20), new(2025, 5, 16));
        var asked = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 26), null, new(2025, 6, 12));

        Assert.Equal(new DateOnly(2025, 6, 16), DeadlineClock.Run([start], Rules, start.On).PrudentBy);
        Assert.Equal(new DateOnly(2025, 7, 2), DeadlineClock.Run([start, asked], Rules, start.On).PrudentBy);
        Assert.Null(DeadlineClock.Run([start, new ClockFact.RestartByCorrection(new(2025, 6, 16))], Rules, start.On).PrudentBy);
        Assert.Null(DeadlineClock.Run([Start], Rules, start.On).PrudentBy);
    }

    [Theory]
    [InlineData("2025-07-31", "2025-07-31")]
    [InlineData("2025-06-01", "2025-06-18")] // never before the limit itself
    public void A_postponement_that_was_told_is_the_day(string to, string answerBy)
    {
        var deadline = DeadlineClock.Run([Start, new ClockFact.Postpone(Some.Day(to))], Rules, new(2025, 5, 20));

        Assert.Equal((Some.Day(answerBy), Some.Day(answerBy)), (deadline.AnswerBy, deadline.Lines[^1].Day));
    }

    [Fact]
    public void A_term_set_for_deciding_anew_opens_the_clock_again()
    {
        var deadline = DeadlineClock.Run([Start, new ClockFact.End(new(2025, 6, 10)), new ClockFact.SetBy(new(2025, 10, 31))], Rules, new(2025, 9, 1));

        Assert.Equal((ClockStanding.Running, new DateOnly(2025, 10, 31)), (deadline.Standing, deadline.AnswerBy));
        Assert.Equal([new(ClockEvent.TermSet), new(ClockEvent.Due)], deadline.Lines[^1].Marks);
        Assert.Equal(ClockStanding.Ended, DeadlineClock.Run([Start, new ClockFact.SetBy(new(2025, 10, 31)), new ClockFact.End(new(2025, 10, 30))], Rules, new(2025, 11, 1)).Standing);
    }

    [Fact]
    public void A_clock_that_nothing_starts_is_a_fault_of_ours()
    {
        Assert.Throws<ArgumentException>(() => DeadlineClock.Run([], Rules, new(2025, 5, 20)));
        Assert.Throws<ArgumentException>(() => DeadlineClock.Run([new ClockFact.Extend(new(2025, 5, 20), 20), Start], Rules, new(2025, 5, 20)));
    }

    [Theory]
    [InlineData(10, "2025-06-04")]
    [InlineData(5, "2025-05-27")]
    public void A_reply_to_a_review_organ_is_due_in_working_days_and_a_defence_in_days(int replyDays, string replyBy)
    {
        Assert.Equal(Some.Day(replyBy), LegalTimers.RemedyReplyBy(new(2025, 5, 20), Rules with { RemedyReplyDays = replyDays }).Day);
        Assert.Equal(new DateOnly(2025, 6, 4), LegalTimers.DefenceBy(new(2025, 5, 20), Rules));
    }

    [Fact]
    public void Time_in_which_the_applicants_reasons_are_awaited_is_no_consultation()
    {
        var reasons = new ClockFact.Exclude(0, ConsultationKind.Applicant, new(2025, 5, 26), null, new(2025, 5, 28));
        var asked = new ClockFact.Exclude(1, ConsultationKind.ThirdParty, new(2025, 5, 27), null, new(2025, 5, 29));

        var lines = DeadlineClock.Run([Start, reasons, asked], Rules, new(2025, 6, 1)).Lines.ToDictionary(line => line.Day);

        Assert.Equal([new(ClockEvent.ReasonsAsked)], lines[new(2025, 5, 26)].Marks);
        Assert.Equal((ClockDay.AwaitingReasons, LegalBasis.Art35), (lines[new(2025, 5, 27)].Why, lines[new(2025, 5, 27)].Basis));
        Assert.Equal(ClockDay.Consultation, lines[new(2025, 5, 28)].Why);
        Assert.Equal([1], lines[new(2025, 5, 28)].Consultations);
        Assert.Equal([new(ClockEvent.ReasonsReceived)], lines[new(2025, 5, 28)].Marks);
    }

    [Fact]
    public void The_other_timers_start_on_the_day_after_their_event()
    {
        var (day, calendar) = (new DateOnly(2025, 9, 27), ConfiguredCalendar.National);

        Assert.Equal(
            [new(2025, 9, 28), new(2025, 10, 23), new(2025, 10, 30), new DateOnly(2025, 10, 30)],
            [LegalTimers.ConfirmBy(day, calendar).Day, LegalTimers.CoAgencyBy(day, calendar).Day, LegalTimers.FeeBy(day, calendar).Day, LegalTimers.PublishBy(day, calendar).Day]);
    }
}
