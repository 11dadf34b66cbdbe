using Disclosure.Records.LiteDb;
using Disclosure.Records.Warc;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records;

/// <summary>The records of one data folder, opened together: for the command line, and for the host through <see cref="RecordsSetup"/>.</summary>
public sealed class OfflineRecords : IAsyncDisposable
{
    private OfflineRecords(DataFolder folder, IAuditArchive archive, EvidenceFiles evidence) => (Folder, Archive, Evidence) = (folder, archive, evidence);

    public DataFolder Folder { get; }

    public IAuditArchive Archive { get; }

    public EvidenceFiles Evidence { get; }

    /// <exception cref="DataFolderInUseException">Another process has the folder.</exception>
    /// <exception cref="Journals.JournalDamagedException">The audit journal was changed or damaged.</exception>
    public static async Task<OfflineRecords> OpenAsync(RecordsOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var folder = DataFolder.Open(options.DataFolder);
        try
        {
            var archive = await LiteDbAuditArchive.OpenAsync(folder, time, loggers);
            return new(folder, archive, new EvidenceFiles(folder, time, loggers.CreateLogger<EvidenceFiles>()));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        Folder.Dispose();
    }
}
