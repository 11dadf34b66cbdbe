namespace Disclosure.Time;

/// <summary>
/// Festivals with days off: those of all citizens (全国年节及纪念日放假办法) and those that an autonomous region adds by its own rule.
/// </summary>
public enum Festival
{
    /// <summary>元旦.</summary>
    NewYear,

    /// <summary>春节.</summary>
    SpringFestival,

    /// <summary>清明节.</summary>
    TombSweeping,

    /// <summary>劳动节.</summary>
    LabourDay,

    /// <summary>端午节.</summary>
    DragonBoat,

    /// <summary>中秋节.</summary>
    MidAutumn,

    /// <summary>国庆节.</summary>
    NationalDay,

    /// <summary>肉孜节 (开斋节), of a region.</summary>
    Roza,

    /// <summary>古尔邦节, of a region.</summary>
    Corban,
}
