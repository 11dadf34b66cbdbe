namespace Disclosure.Time;

/// <summary>One year of the State Council's holiday notice.</summary>
/// <param name="Notice">Where the notice stands (its content number).</param>
/// <param name="PublicHolidays">Days off named in the notice, adjoining weekend days included.</param>
/// <param name="MakeUpWorkdays">Weekend days worked instead (调休上班).</param>
public sealed record CalendarYear(int Year, string Notice, IReadOnlySet<DateOnly> PublicHolidays, IReadOnlySet<DateOnly> MakeUpWorkdays)
{
    /// <summary>Whether both name the same days; the notice's number is no day.</summary>
    public bool SaysTheSameAs(CalendarYear other) => PublicHolidays.SetEquals(other.PublicHolidays) && MakeUpWorkdays.SetEquals(other.MakeUpWorkdays);
}
