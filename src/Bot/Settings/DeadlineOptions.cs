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

    /// <summary>Working days to answer a review organ in the ordinary procedure (行政复议法 Art. 48).</summary>
    [Range(1, 60)]
    public int ReviewReplyDays { get; init; } = 10;

    /// <summary>And in the simple procedure (Art. 54).</summary>
    [Range(1, 60)]
    public int SimpleReviewReplyDays { get; init; } = 5;

    /// <summary>Calendar days to hand in a defence (行政诉讼法 Art. 67).</summary>
    [Range(1, 60)]
    public int DefenceDays { get; init; } = 15;
}

/// <summary>Checks <see cref="DeadlineOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class DeadlineOptionsValidator : IValidateOptions<DeadlineOptions>;
