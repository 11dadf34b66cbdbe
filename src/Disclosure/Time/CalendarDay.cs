namespace Disclosure.Time;

/// <summary>What the office's calendar says of one day.</summary>
/// <param name="Festival">Whose day off it is, when that is known.</param>
/// <param name="Provisional">暂定: no notice has been published for the day's year, so only the days off that the law itself names are known.</param>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, Festival? Festival, bool Provisional)
{
    /// <summary>Whether it counts as a working day (工作日).</summary>
    public bool IsWorked => Kind is DayKind.WorkingDay or DayKind.MakeUpWorkday;
}

/// <summary>The kinds of days a limit can run through.</summary>
public enum DayKind
{
    WorkingDay,

    /// <summary>调休上班: a weekend day that is worked.</summary>
    MakeUpWorkday,

    Weekend,

    PublicHoliday,

    /// <summary>A day off of the region alone.</summary>
    RegionalHoliday,
}

/// <summary>A day that was found by counting.</summary>
/// <param name="Provisional">A year without a published notice was counted through.</param>
public readonly record struct CountedDay(DateOnly Day, bool Provisional);

/// <summary>How many working days lie between two days.</summary>
/// <param name="Provisional">A year without a published notice was counted through.</param>
public readonly record struct DayCount(int Days, bool Provisional);
