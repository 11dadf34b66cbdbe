using Disclosure.Requests;
using Disclosure.Tests.Time;

namespace Disclosure.Tests.Requests;

public class DeadlineClockTests
{
    private static readonly DeadlineRules Rules = new(ConfiguredCalendar.National);

    /// <summary>Received 2025-05-20; each line adds to nothing but the receipt.</summary>
    public static TheoryData<string, string, ClockFact[]> Worked => new()
    {
        { "20 working days", "2025-06-18", [] },
        { "a third party asked", "2025-07-04", [Asked(1, "2025-05-26", "2025-06-12")] },
        { "two asked at once", "2025-07-10", [Asked(1, "2025-05-26", "2025-06-12"), Asked(2, "2025-06-05", "2025-06-18")] },
        { "and extended", "2025-08-07", [Asked(1, "2025-05-26", "2025-06-12"), Asked(2, "2025-06-05", "2025-06-18"), new ClockFact.Extend(Some.Day("2025-07-01"), 20)] },
        { "corrected", "2025-07-14", [new ClockFact.RestartByCorrection(Some.Day("2025-06-16"))] },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void The_worked_case_comes_out(string what, string answerBy, ClockFact[] facts)
    {
        var start = Some.Day("2025-05-20");

        var deadline = DeadlineClock.Run([new ClockFact.Start(start, start), .. facts], Rules, start);

        Assert.Equal((what, Some.Day(answerBy)), (what, deadline.AnswerBy));
        Assert.Equal(deadline.AnswerBy, deadline.Lines[^1].Day);
    }

    private static ClockFact.Exclude Asked(int number, string from, string to) => new(number, ConsultationKind.ThirdParty, Some.Day(from), null, Some.Day(to));
}
