using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>Readings of the law on limits that a responsible person has to confirm; each holds from the day that is set here.</summary>
internal sealed class DeadlineOptions
{
    /// <summary>The section of <c>appsettings.json</c> it is bound to.</summary>
    public const string Section = "Deadlines";

    /// <summary>Payments from this day on let the remaining days run; without it a payment gives 20 working days anew (国办函〔2020〕109号).</summary>
    public DateOnly? FeeRemainderFrom { get; init; }

    /// <summary>Consultations sent from this day on leave out the day of sending too; without it the days after it (Art. 33).</summary>
    public DateOnly? SentDayExcludedFrom { get; init; }

    /// <summary>Reasons asked for from this day on stop the clock until they come; without it it runs (Art. 35).</summary>
    public DateOnly? ReasonsStopClockFrom { get; init; }

    /// <summary>Answers posted from this day on end the clock when they arrive; without it on the day of posting (国办公开办函〔2016〕235号).</summary>
    public DateOnly? PostEndsOnArrivalFrom { get; init; }

    /// <summary>Working days to answer a review organ; 5 in the simple procedure, 10 in the ordinary one (行政复议法 Art. 48, 54).</summary>
    [Range(1, 60)]
    public int RemedyReplyDays { get; init; } = 5;

    /// <summary>Calendar days to hand in a defence (行政诉讼法 Art. 67).</summary>
    [Range(1, 60)]
    public int DefenceDays { get; init; } = 15;

    /// <summary>A deadline this many working days away, or nearer, is soon.</summary>
    [Range(1, 20)]
    public int SoonWorkingDays { get; init; } = 5;
}

/// <summary>Checks <see cref="DeadlineOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class DeadlineOptionsValidator : IValidateOptions<DeadlineOptions>;
