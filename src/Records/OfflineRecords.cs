using Disclosure.Records.Ledger;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Sealing;
using Disclosure.Records.Warc;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records;

/// <summary>The records of one data folder, opened together: for the command line, and for the host through <see cref="RecordsSetup"/>.</summary>
public sealed class OfflineRecords : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly Func<Task<EmbeddedRegister>> _openRegister;
    private EmbeddedRegister? _register;

    private OfflineRecords(DataFolder folder, IAuditArchive archive, EvidenceFiles evidence, Func<Task<EmbeddedRegister>> openRegister) =>
        (Folder, Archive, Evidence, _openRegister) = (folder, archive, evidence, openRegister);

    public DataFolder Folder { get; }

    public IAuditArchive Archive { get; }

    public EvidenceFiles Evidence { get; }

    /// <exception cref="DataFolderInUseException">Another process has the folder.</exception>
    /// <exception cref="Journals.JournalDamagedException">The audit journal was changed or damaged.</exception>
    public static Task<OfflineRecords> OpenAsync(RecordsOptions options, TimeProvider time, ILoggerFactory loggers) =>
        OpenAsync(options, MasterKeyPlace.Of(options), time, loggers);

    /// <param name="place">Where the master key comes from.</param>
    internal static async Task<OfflineRecords> OpenAsync(RecordsOptions options, MasterKeyPlace place, TimeProvider time, ILoggerFactory loggers)
    {
        var folder = DataFolder.Open(options.DataFolder);
        try
        {
            var archive = await LiteDbAuditArchive.OpenAsync(folder, time, loggers);
            return new(
                folder,
                archive,
                new EvidenceFiles(folder, time, loggers.CreateLogger<EvidenceFiles>()),
                () => EmbeddedRegister.OpenAsync(folder, place, time, loggers));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The register, opened when it is first asked for: what only audits neither reads it nor needs its key.</summary>
    /// <exception cref="Journals.JournalDamagedException">The register journal was changed or damaged.</exception>
    /// <exception cref="Stored.StoredShapeException">A record cannot be read, perhaps because a newer program wrote it.</exception>
    /// <exception cref="MasterKeyException">The keys cannot be opened with the master key that is set.</exception>
    /// <exception cref="CaseKeyDamagedException">The cases' keys are damaged.</exception>
    public async Task<IRegister> OpenRegisterAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _register ??= await _openRegister();
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_register is not null)
            await _register.DisposeAsync();
        _opening.Dispose();
        await Archive.DisposeAsync();
        Folder.Dispose();
    }
}
