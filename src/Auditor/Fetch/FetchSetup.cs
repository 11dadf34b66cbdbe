using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Auditor.Fetch;

/// <summary>Registers the fetching of pages. One of each per process: pace, cookies and robots.txt are shared by all portals.</summary>
internal static class FetchSetup
{
    /// <summary>
    /// Adds <see cref="IPageSource"/> (over HTTP), <see cref="RenderedPageSource"/>, <see cref="HomeProbe"/> and
    /// <see cref="ConfiguredSites"/>, to which whoever loads a column file adds its addresses.
    /// </summary>
    public static IServiceCollection AddFetch(this IServiceCollection services)
    {
        services.AddOptions<FetchOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ConfiguredSites([]));
        services.AddSingleton(provider => new HttpPageSource(
            Options(provider), provider.GetRequiredService<ConfiguredSites>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<HttpPageSource>>()));
        services.AddSingleton<IPageSource>(provider => provider.GetRequiredService<HttpPageSource>());
        services.AddSingleton(provider => new RenderedPageSource(
            provider.GetRequiredService<HttpPageSource>(), Options(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RenderedPageSource>>()));
        services.AddSingleton(provider => new HomeProbe(provider.GetRequiredService<IPageSource>(), Options(provider)));
        return services;
    }

    private static FetchOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<FetchOptions>>().Value;
}
