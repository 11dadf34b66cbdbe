using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>
/// Table three of a year, made from the register: every number with the cases behind it (国办公开办函〔2021〕30号).
/// </summary>
/// <remarks>
/// Received by the year of receipt, decided by the year of the decision, carried out when open on 31 December; a case of 31 December
/// answered on 5 January is new and carried out in one year, carried in and decided in the next. 上年结转 prints what was published
/// last year, because that is what the public and the county hold; when the register counts otherwise, T3-CARRY says so.
/// </remarks>
public sealed class RequestTable
{
    private readonly List<CountedCase>[,] _cases = new List<CountedCase>[RequestRows.All.Count, RequestHeadings.Applicants.Count];
    private readonly List<CountedCase>[] _decidedTheYearBefore = new List<CountedCase>[RequestHeadings.Applicants.Count];

    private RequestTable(int year) => Year = year;

    public int Year { get; }

    public RequestFigures Figures { get; private set; } = null!;

    /// <param name="cases">Every case the register counts, of all years and in any order.</param>
    /// <param name="publishedBefore">Last year's report as published, once someone entered it.</param>
    /// <exception cref="ArgumentException">A case was decided before it was received, or has an outcome without a day.</exception>
    public static RequestTable Of(int year, IEnumerable<CountedCase> cases, ReportFigures? publishedBefore = null)
    {
        var table = new RequestTable(year);
        foreach (var one in cases)
            table.Count(one);
        table.Figures = new((row, heading) => table.FigureOf(row, heading, publishedBefore));
        return table;
    }

    /// <summary>The rows a case counts in: one it came in by, one it left or stayed in by; null for a year that does not see it.</summary>
    public static (RequestRow In, RequestRow Out)? RowsOf(CountedCase one, int year)
    {
        if (one.ReceivedOn.Year > year || one.DecidedOn?.Year < year)
            return null;
        return (
            one.ReceivedOn.Year == year ? RequestRow.NewlyReceived : RequestRow.CarriedIn,
            one.DecidedOn?.Year == year ? RequestRows.Of(one.Outcome!.Value) : RequestRow.CarriedOut);
    }

    /// <summary>The cases behind a cell by their numbers; for 上年结转 those the register counts.</summary>
    public IReadOnlyList<CountedCase> CasesOf(RequestRow row, RequestHeading heading)
    {
        IEnumerable<RequestRow> rows = row is RequestRow.Total ? RequestRows.Results : [row];
        IEnumerable<RequestHeading> headings = heading is RequestHeading.Total ? RequestHeadings.Applicants : [heading];
        return [.. rows.SelectMany(r => headings.SelectMany(h => CellOf(r, h))).OrderBy(one => one.Number)];
    }

    /// <summary>The numbers that may explain why the published 结转 is not the register's count.</summary>
    /// <remarks>
    /// The register carries more than was published: the excess is among those it carries in. It carries fewer: some that were published as
    /// open were decided in the year before after all, most likely the latest of them.
    /// </remarks>
    public IReadOnlyList<string> ExplainCarry(RequestHeading heading)
    {
        const int latest = 10;
        var carried = CellOf(RequestRow.CarriedIn, heading);
        var missing = (int)(Figures[RequestRow.CarriedIn, heading].Value ?? 0) - carried.Count;
        if (missing <= 0)
            return [.. carried.OrderBy(one => one.Number).Select(one => one.Number.ToString())];
        return [.. (_decidedTheYearBefore[(int)heading] ?? [])
            .OrderByDescending(one => one.DecidedOn).ThenBy(one => one.Number)
            .Take(Math.Max(latest, missing))
            .Select(one => one.Number.ToString())];
    }

    private void Count(CountedCase one)
    {
        if (one.DecidedOn < one.ReceivedOn || (one.DecidedOn is null) != (one.Outcome is null))
            throw new ArgumentException($"Case {one.Id} was decided before it was received, or has an outcome without a day.", nameof(one));
        var applicant = (int)RequestHeadings.Of(one.Applicant);
        if (RowsOf(one, Year) is { } rows)
        {
            (_cases[(int)rows.In, applicant] ??= []).Add(one);
            (_cases[(int)rows.Out, applicant] ??= []).Add(one);
        }
        else if (one.DecidedOn?.Year == Year - 1)
        {
            (_decidedTheYearBefore[applicant] ??= []).Add(one);
        }
    }

    private Figure FigureOf(RequestRow row, RequestHeading heading, ReportFigures? publishedBefore)
    {
        if (row is RequestRow.CarriedIn && publishedBefore?.Requests[RequestRow.CarriedOut, heading] is { IsNumber: true } published)
            return published;
        var count = 0;
        foreach (var r in row is RequestRow.Total ? RequestRows.Results : [row])
        {
            foreach (var h in heading is RequestHeading.Total ? RequestHeadings.Applicants : [heading])
                count += CellOf(r, h).Count;
        }

        return Figure.Of(count);
    }

    private List<CountedCase> CellOf(RequestRow row, RequestHeading applicant) => _cases[(int)row, (int)applicant] ?? [];
}
