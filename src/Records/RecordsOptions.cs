using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Disclosure.Records;

/// <summary>Where everything is kept, and how long the evidence is.</summary>
public sealed class RecordsOptions
{
    public const string Section = "Records";

    /// <summary>One installation's folder; a relative one is taken from the working directory.</summary>
    [Required(ErrorMessage = "Records:DataFolder must name a folder, for example \"data\".")]
    public string DataFolder { get; init; } = "data";

    /// <summary>How long stored pages are kept. The default outlasts the year an annual inspection looks back on.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Records:EvidenceRetention must be between 1 and 36500 days, for example \"400.00:00:00\".")]
    public TimeSpan EvidenceRetention { get; init; } = TimeSpan.FromDays(400);
}

[OptionsValidator]
internal sealed partial class RecordsOptionsValidator : IValidateOptions<RecordsOptions>;
