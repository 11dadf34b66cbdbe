using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor.Fetch;

/// <summary>How the auditor behaves towards the sites it looks at: how often it asks, how long it waits, how much it reads, where it may go.</summary>
public sealed class FetchOptions
{
    public const string Section = "Fetch";

    /// <summary>The shortest time in which a home page must have opened (国办秘函〔2019〕19号: 15 秒).</summary>
    public static readonly TimeSpan InspectionLimit = TimeSpan.FromSeconds(15);

    /// <summary>Product and version, sent with every request; the part before the slash is the name robots.txt knows us by.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z_-]*(/[0-9A-Za-z.]+)?$", ErrorMessage = "Fetch:UserAgent must be a product name, as in 'DisclosureDesk/1.0'.")]
    public string UserAgent { get; init; } = "DisclosureDesk/1.0";

    /// <summary>An address or telephone number under which the operator of a site reaches the office.</summary>
    [RegularExpression("^[\\x21-\\x27\\x2a-\\x7e]*$", ErrorMessage = "Fetch:Contact must be ASCII without spaces and brackets, as in 'https://example.gov.cn/contact'.")]
    public string Contact { get; init; } = "";

    /// <summary>Least time between the starts of two requests to one host. Zero is for loopback benchmarks only.</summary>
    [Between("00:00:00", "00:10:00")]
    public TimeSpan DelayBetweenRequests { get; init; } = TimeSpan.FromSeconds(1);

    [Between(1, 16)]
    public int MaxConcurrencyPerHost { get; init; } = 1;

    /// <summary>The longest Crawl-delay that is kept in full; a longer one is kept at this much, and the log says so.</summary>
    [Between("00:00:00", "01:00:00")]
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes read of a page, after content decoding.</summary>
    [Between(16 * 1024, 64 * 1024 * 1024)]
    public int PageCap { get; init; } = 2 * 1024 * 1024;

    /// <summary>Bytes read of a published report, which may be a Word file with pictures.</summary>
    [Between(16 * 1024, 64 * 1024 * 1024)]
    public int ReportCap { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long the home page may take to open when its availability is probed; taking exactly this long is a failure.</summary>
    [Between("00:00:00.001", "00:01:00")]
    public TimeSpan OpeningLimit { get; init; } = InspectionLimit;

    /// <summary>How long one attempt may take, from the first byte sent to the last byte of the body.</summary>
    [Between("00:00:00.001", "00:10:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long all attempts at one page may take together, not counting the turns waited for.</summary>
    [Between("00:00:00.001", "01:00:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(90);

    [Between(0, 20)]
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Redirects inside a page (meta refresh, script) that are followed for one request.</summary>
    [Between(0, 10)]
    public int MaxPageRedirects { get; init; } = 3;

    /// <summary>The longest Retry-After that is waited for; a host that asks for more is left alone and its pages are reported rate limited.</summary>
    [Between("00:00:00", "06:00:00")]
    public TimeSpan MaxRetryAfterWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Further attempts after the first when a host fails in passing (5xx, timeout, lost connection).</summary>
    [Between(0, 10)]
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first further attempt; doubled for each one after it.</summary>
    [Between("00:00:00", "00:05:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Failures of a host in a row after which it is left alone for <see cref="BreakDuration"/>.</summary>
    [Between(2, 1000)]
    public int FailuresBeforeBreak { get; init; } = 6;

    [Between("00:00:00.500", "01:00:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Networks beside the public internet that may be connected to, as CIDR (a county's own 10.0.0.0/8, for example).</summary>
    [Networks(ErrorMessage = "Fetch:AllowedNetworks must hold networks such as '10.20.0.0/16' or 'fd00::/8'.")]
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Hosts that may be connected to whatever address they resolve to.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Hosts whose pages are read although their TLS certificate is not valid.</summary>
    public IReadOnlyList<string> AcceptInvalidCertificatesFrom { get; init; } = [];

    /// <summary>
    /// An http proxy for every request; none when null. Behind a proxy names are resolved by the proxy, so only addresses
    /// written as numbers can be checked here.
    /// </summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether pages that draw their rows with scripts are opened in Chromium.</summary>
    public bool Rendering { get; init; }

    /// <summary>Where Chromium is installed.</summary>
    [Required(ErrorMessage = "Fetch:ChromiumPath must name the Chromium executable, as in '/usr/bin/chromium'.")]
    public string ChromiumPath { get; init; } = "/usr/bin/chromium";

    /// <summary>How long a page may draw itself before what is there is read.</summary>
    [Between("00:00:01", "00:10:00")]
    public TimeSpan RenderTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The User-Agent header as sent.</summary>
    internal string Identity => Contact.Length == 0 ? UserAgent : $"{UserAgent} (+{Contact})";

    /// <summary>The product token robots.txt groups are matched with.</summary>
    internal string ProductToken => UserAgent.Split('/')[0];
}

/// <summary>Checks every setting of the section at start; a message names the key and an allowed value.</summary>
[OptionsValidator]
internal sealed partial class FetchOptionsValidator : IValidateOptions<FetchOptions>
{
}

/// <summary>A number or a time within limits; the message names the key as it stands in the settings file.</summary>
/// <remarks>The options generator puts its own message in the place of a Range attribute's.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute : ValidationAttribute
{
    private readonly IComparable _least;
    private readonly IComparable _most;

    public BetweenAttribute(int least, int most) => (_least, _most) = (least, most);

    public BetweenAttribute(string least, string most) => (_least, _most) = (TimeSpan.Parse(least, CultureInfo.InvariantCulture), TimeSpan.Parse(most, CultureInfo.InvariantCulture));

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        _least.CompareTo(value) <= 0 && _most.CompareTo(value) >= 0
            ? ValidationResult.Success
            : new ValidationResult($"{FetchOptions.Section}:{validationContext.MemberName} must be between {_least} and {_most}.");
}

/// <summary>Every entry of a list of networks is in CIDR notation.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworksAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IReadOnlyList<string> networks && networks.All(network => IPNetwork.TryParse(network, out _));
}
