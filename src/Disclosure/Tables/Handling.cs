using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>Counts how a year's requests were handled, from the histories of the cases that table three counts.</summary>
public static class Handling
{
    /// <param name="cases">Every case of the register with its entries, of all years.</param>
    /// <param name="today">Stands for 31 December while the year is not over.</param>
    public static HandlingCounts Of(int year, IEnumerable<(RequestCase Case, IReadOnlyList<LedgerEntry> Entries)> cases, DeskRules rules, DateOnly today)
    {
        var end = new DateOnly(year, 12, 31);
        if (today < end)
            end = today;
        var counts = new HandlingCounts(0, 0, 0, 0, 0, 0, 0);
        foreach (var (one, entries) in cases)
        {
            if (one.Counted is not { } counted || RequestTable.RowsOf(counted, year) is not { } rows)
                continue;
            var isCarriedOut = rows.Out is RequestRow.CarriedOut;
            counts = new(
                counts.Corrections + Number(one.Correction?.AskedOn.Year == year),
                counts.Extensions + Number(one.Extension?.NotifiedOn?.Year == year),
                counts.Consultations + one.Consultations.Count(consultation => consultation.SentOn.Year == year),
                counts.AnsweredLate + Number(!isCarriedOut && one.MarksOn(today, rules).HasFlag(CaseMarks.AnsweredLate)),
                counts.Overdue + Number(isCarriedOut && IsOverdue(one.Id, entries, end, rules)),
                counts.FeeNotices + Number(one.Fee?.IssuedOn.Year == year),
                counts.FeesYuan + entries.Where(entry => entry.On.Year == year).Select(entry => entry.Move).OfType<CaseMove.RecordPayment>().Sum(payment => payment.Yuan));
        }

        return counts;
    }

    /// <summary>Asked of the case as it stood on that day: what came later, an extension say, does not mend it.</summary>
    private static bool IsOverdue(CaseId id, IReadOnlyList<LedgerEntry> entries, DateOnly day, DeskRules rules)
    {
        var then = entries.Where(entry => entry.On <= day).ToList();
        return then.Count > 0 && RequestCase.Fold(id, then).MarksOn(day, rules).HasFlag(CaseMarks.Overdue);
    }

    private static int Number(bool counts) => counts ? 1 : 0;
}
