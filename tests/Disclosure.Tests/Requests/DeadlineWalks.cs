using CsCheck;
using Disclosure.Requests;
using Disclosure.Tests.Time;

namespace Disclosure.Tests.Requests;

/// <summary>Random lawful histories of a clock, held to a second way of finding the day.</summary>
public class DeadlineWalks
{
    private static readonly DeadlineRules Rules = new(ConfiguredCalendar.National);

    private static readonly Gen<(int What, int Gap, int Length, bool Delivered)> Step = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 12], Gen.Int[0, 30], Gen.Bool);

    /// <summary>At most one extension and one correction, a payment only after a notice, days never going back.</summary>
    private static readonly Gen<IReadOnlyList<ClockFact>> Histories = Gen.Select(Gen.Int[0, 1800], Step.List[0, 8]).Select((start, steps) =>
    {
        var day = new DateOnly(2019, 1, 1).AddDays(start);
        var facts = new List<ClockFact> { new ClockFact.Start(day, day) };
        var (consultations, stopped) = (0, false);
        foreach (var (what, gap, length, delivered) in steps)
        {
            day = day.AddDays(gap);
            switch (what)
            {
                case 0 when !stopped && !facts.Exists(fact => fact is ClockFact.Extend):
                    facts.Add(new ClockFact.Extend(day, 1 + (length % 20)));
                    break;
                case 1 when !stopped && !facts.Exists(fact => fact is ClockFact.RestartByCorrection):
                    facts.Add(new ClockFact.Stop(day, StopCause.Correction));
                    day = day.AddDays(length);
                    facts.Add(new ClockFact.RestartByCorrection(day));
                    break;
                case 2 when !stopped:
                    facts.Add(new ClockFact.Stop(day, StopCause.Fee));
                    stopped = true;
                    break;
                case 3 when stopped:
                    facts.Add(new ClockFact.RestartByFee(day));
                    stopped = false;
                    break;
                case >= 4 when !stopped:
                    facts.Add(new ClockFact.Exclude(++consultations, what == 4 ? ConsultationKind.CoAgency : ConsultationKind.ThirdParty, day, delivered ? day.AddDays(1) : null, day.AddDays(length)));
                    break;
                default:
                    break;
            }
        }

        return (IReadOnlyList<ClockFact>)facts;
    });

    [Fact]
    public void The_day_is_the_one_a_plain_search_finds_and_the_ledger_adds_up_to_it() => Histories.Sample(facts =>
    {
        var deadline = DeadlineClock.Run(facts, Rules, new(2019, 1, 1));

        Assert.Equal(Search(facts), deadline.AnswerBy);
        if (deadline.AnswerBy is not { } due)
            return;
        var run = deadline.Lines.Skip(deadline.Lines.ToList().FindLastIndex(line => line.Why is ClockDay.Start)).ToList();
        Assert.Equal(due, run[^1].Day);
        Assert.Equal(Enumerable.Range(1, run[^1].Number!.Value), run.Select(line => line.Number).OfType<int>());
        Assert.Equal(Enumerable.Range(0, run.Count).Select(run[0].Day.AddDays), run.Select(line => line.Day));
        Assert.Contains(new ClockMark(ClockEvent.Due), run[^1].Marks);
    });

    [Fact]
    public void Only_a_restart_or_a_stop_takes_the_day_back() => Histories.Sample(facts =>
    {
        for (var i = 2; i <= facts.Count; i++)
        {
            var (before, after) = (Due(facts.Take(i - 1)), Due(facts.Take(i)));
            Assert.True(after >= before || before is null || facts[i - 1] is ClockFact.Stop or ClockFact.RestartByCorrection or ClockFact.RestartByFee, $"{facts[i - 1]} took {before} back to {after}");
        }
    });

    [Fact]
    public void Overlapping_consultations_in_any_order_give_the_same_day() => Histories.Sample(facts =>
    {
        var shuffled = facts.Where(fact => fact is not ClockFact.Exclude).Concat(facts.OfType<ClockFact.Exclude>().Reverse());

        Assert.Equal(Due(facts), Due(shuffled));
    });

    [Fact]
    public void An_earlier_receipt_never_gives_a_later_day() => Gen.Select(Histories, Gen.Int[1, 20]).Sample((facts, earlier) =>
    {
        var start = (ClockFact.Start)facts[0];
        var deadline = DeadlineClock.Run([start with { SubmittedOn = start.On.AddDays(-earlier) }, .. facts.Skip(1)], Rules, new(2019, 1, 1));

        Assert.True(deadline.PrudentBy is null || deadline.PrudentBy <= deadline.AnswerBy);
    });

    private static DateOnly? Due(IEnumerable<ClockFact> facts) => DeadlineClock.Run([.. facts], Rules, new(2019, 1, 1)).AnswerBy;

    /// <summary>Tries one day after the other and counts all that come before it from the beginning each time.</summary>
    private static DateOnly? Search(IReadOnlyList<ClockFact> facts)
    {
        var last = facts.ToList().FindLastIndex(fact => fact is ClockFact.Start or ClockFact.RestartByCorrection or ClockFact.RestartByFee);
        if (facts.Skip(last).Any(fact => fact is ClockFact.Stop))
            return null;
        var day0 = facts[last] switch { ClockFact.Start start => start.On, ClockFact.RestartByCorrection restart => restart.On, ClockFact.RestartByFee restart => restart.On, _ => throw new InvalidOperationException() };
        var days = 20 + facts.Skip(last).OfType<ClockFact.Extend>().Sum(extension => extension.WorkingDays);
        for (var due = day0; ; due = due.AddDays(1))
        {
            var counted = Enumerable.Range(1, due.DayNumber - day0.DayNumber).Select(day0.AddDays).Count(day => IsWorked(day) && !facts.OfType<ClockFact.Exclude>().Any(hold => hold.From < day && day <= EndOf(hold)));
            if (counted == days)
                return due;
        }
    }

    private static DateOnly EndOf(ClockFact.Exclude hold)
    {
        var silent = hold.DeliveredOn is { } delivered ? CalendarOracle.After(delivered, 15) : null;
        return silent < hold.To ? silent.Value : hold.To!.Value;
    }

    private static bool IsWorked(DateOnly day) => CalendarOracle.After(day.AddDays(-1), 1) == day;
}
