using Disclosure.Auditor.Fetch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor.Tests.Fetch;

public class FetchOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_polite()
    {
        var options = new FetchOptions();

        Assert.True(new FetchOptionsValidator().Validate(null, options).Succeeded);
        Assert.Equal((TimeSpan.FromSeconds(1), 1, TimeSpan.FromSeconds(15), false), (options.DelayBetweenRequests, options.MaxConcurrencyPerHost, options.OpeningLimit, options.Rendering));
    }

    [Theory]
    [InlineData("DelayBetweenRequests", "-00:00:01")]
    [InlineData("MaxConcurrencyPerHost", "0")]
    [InlineData("MaxCrawlDelay", "02:00:00")]
    [InlineData("PageCap", "10")]
    [InlineData("OpeningLimit", "00:00:00")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("TotalTimeout", "02:00:00")]
    [InlineData("MaxRedirects", "100")]
    [InlineData("MaxPageRedirects", "-1")]
    [InlineData("MaxRetryAfterWait", "1.00:00:00")]
    [InlineData("Retries", "11")]
    [InlineData("UserAgent", "Mozilla/5.0 (Windows)")]
    [InlineData("Contact", "张三 (电话)")]
    [InlineData("AllowedNetworks:0", "10.0.0.1/33")]
    [InlineData("ChromiumPath", "")]
    public void A_setting_out_of_range_is_named_with_its_key(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Fetch:{key}", value)]).Build();
        using var provider = new ServiceCollection().AddLogging().Configure<FetchOptions>(configuration.GetSection(FetchOptions.Section)).AddFetch().BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<HttpPageSource>());

        Assert.StartsWith($"Fetch:{key.Split(':')[0]} must", Assert.Single(refusal.Failures).Split(": ", 2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_part_can_be_had_and_all_share_one_source()
    {
        await using var provider = new ServiceCollection().AddLogging().AddFetch().BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<HttpPageSource>(), provider.GetRequiredService<IPageSource>());
        Assert.NotNull(provider.GetRequiredService<RenderedPageSource>());
        Assert.NotNull(provider.GetRequiredService<HomeProbe>());
    }
}
