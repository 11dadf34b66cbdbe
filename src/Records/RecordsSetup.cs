using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Records;

/// <summary>Registers the records: options, the audit archive, the register and the evidence files.</summary>
public static class RecordsSetup
{
    /// <summary>The data folder is taken when one of its parts is first asked for, and given back with the container.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddOptions<RecordsOptions>().BindConfiguration(RecordsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecordsOptions>, RecordsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        // A container cannot await: opening reads files, and its only asynchronous step is closing the journal of a failed opening.
        services.AddSingleton(provider => OfflineRecords.OpenAsync(
            provider.GetRequiredService<IOptions<RecordsOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()).GetAwaiter().GetResult());
        services.AddSingleton(provider => provider.GetRequiredService<OfflineRecords>().Archive);
        services.AddSingleton(provider => provider.GetRequiredService<OfflineRecords>().Evidence);
        services.AddSingleton(provider => provider.GetRequiredService<OfflineRecords>().OpenRegisterAsync(CancellationToken.None).GetAwaiter().GetResult());
        return services;
    }
}
