namespace Disclosure.Auditor.Portals;

/// <summary>One thing wrong with a file people edit: where it stands, what it is, and what the sentence about it needs.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Where">The key's path in the file (for example <c>columns[3].window</c>); empty for the file as a whole.</param>
/// <param name="Arguments">What the sentence for <paramref name="Kind"/> is filled with, in order.</param>
/// <remarks>A problem is a value and not an exception, because all problems of all files are told in one go.</remarks>
public sealed record ConfigProblem(string File, string Where, ProblemKind Kind, params IReadOnlyList<string> Arguments)
{
    /// <summary>Whether the configuration works all the same and only deserves a look.</summary>
    public bool IsWarning => Kind is ProblemKind.OtherHost or ProblemKind.StatutoryDayMissing or ProblemKind.CalendarMissing or ProblemKind.RoleUnfilled;
}

/// <summary>What can be wrong with a configuration file; one sentence each, in every language.</summary>
public enum ProblemKind
{
    // The file itself
    FileMissing,
    FileUnreadable,
    NotUtf8,
    NotJson,

    // Its shape
    WrongType,
    UnknownKey,
    DuplicateKey,
    MissingKey,
    EmptyText,

    // Column files
    NoColumns,
    BadAgencyCode,
    BadAddress,
    RelativeWithoutPortal,
    BadKind,
    BadWindow,
    BadId,
    DuplicateId,
    DuplicateAddress,

    /// <summary>A column stands on another host than the portal: lawful, but often a slip.</summary>
    OtherHost,

    /// <summary>No column at all stands on the portal's host: the portal moved, or the file is another portal's.</summary>
    PortalMoved,
    PortalsDiffer,
    AgencyDiffers,

    // agencies.json
    NoAgencies,
    DuplicateAgency,
    BadLevel,
    BadSchedule,
    UnknownParent,
    ParentCycle,

    // staff.json
    NoStaff,
    BadStaffId,
    DuplicateStaff,
    UnknownStaffAgency,
    NoRoles,
    BadRole,

    /// <summary>An administrator never signs, reviews or approves, so the roles exclude each other.</summary>
    AdminApproves,

    /// <summary>An agency has staff, but nobody for a role that every answer needs: requests would get stuck there.</summary>
    RoleUnfilled,

    // calendar/*.json and calendar/regional/*.json
    BadDay,
    DayOutsideYear,
    YearDiffers,
    DuplicateYear,
    NotAWeekend,
    OffAndWorked,
    BadFestival,
    RegionDiffers,
    NoRegion,

    /// <summary>A day off that the law names is not in the year's file: lawful only if the notice really moved it, and most often a slip.</summary>
    StatutoryDayMissing,

    /// <summary>The year's notice should have been entered by now.</summary>
    CalendarMissing,

    // appsettings.json and the environment
    UnknownSetting,
    BadSetting,
    SettingNotBetween,
    SettingRefused,
    SettingNeedsAnother,
}
