using Disclosure.Records.Sealing;
using Microsoft.Extensions.Options;

namespace Disclosure.Records;

/// <summary>Where everything is kept, and how long the evidence is.</summary>
public sealed class RecordsOptions
{
    public const string Section = "Records";

    /// <summary>One installation's folder; a relative one is taken from the working directory.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>The file with the master key of the personal data, outside the data folder; made on first use. Null: the environment has the key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How long stored pages are kept. The default outlasts the year an annual inspection looks back on.</summary>
    public TimeSpan EvidenceRetention { get; init; } = TimeSpan.FromDays(400);
}

/// <summary>Checks every setting and says all that is wrong at once.</summary>
/// <remarks>By hand, because the generated validator drops the message of a range of time and with it the key.</remarks>
internal sealed class RecordsOptionsValidator : IValidateOptions<RecordsOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordsOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            failures.Add("Records:DataFolder must name a folder, for example \"data\".");
        if (options.EvidenceRetention < TimeSpan.FromDays(1) || options.EvidenceRetention > TimeSpan.FromDays(36500))
            failures.Add("Records:EvidenceRetention must be between 1 and 36500 days, for example \"400.00:00:00\".");
        if (!string.IsNullOrWhiteSpace(options.DataFolder) && MasterKeyPlace.Of(options).Problem() is { } problem)
            failures.Add(problem);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
