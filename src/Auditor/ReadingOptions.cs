using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor;

/// <summary>How far the reading of one column may go.</summary>
public sealed class ReadingOptions
{
    public const string Section = "Reading";

    /// <summary>Pages of one column walked at most; an endless pager ends here.</summary>
    [Range(1, 10000)]
    public int MaxPages { get; init; } = 200;

    /// <summary>Articles opened at most where the list shows no day.</summary>
    [Range(0, 100)]
    public int MaxArticles { get; init; } = 5;

    /// <summary>How many times "the rows are elsewhere" is followed from page to page.</summary>
    [Range(1, 10)]
    public int FollowDepth { get; init; } = 3;

    /// <summary>From how many days on a shown day counts as far from the day in the address.</summary>
    [Range(1, 3660)]
    public int FarFromAddressDays { get; init; } = 30;

    /// <summary>Working days between making and publishing that are still in time (Art. 26: 20 working days).</summary>
    [Range(1, 366)]
    public int LateAfterWorkingDays { get; init; } = 20;
}

/// <summary>Checks <see cref="ReadingOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class ReadingOptionsValidator : IValidateOptions<ReadingOptions>;
