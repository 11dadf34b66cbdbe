using Disclosure.Auditor.Fetch;
using Disclosure.Records.Warc;

namespace Disclosure.Auditor;

/// <summary>The WARC file of one run, opened when the first finding has something to keep: a run without findings leaves no file.</summary>
internal sealed class RunEvidence(EvidenceFiles files, AuditRun run) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private EvidenceFile? _file;

    /// <summary>Keeps an answer and returns when it is on the disk, because a verdict is about to name it.</summary>
    /// <returns>The record's id.</returns>
    public async Task<string> KeepAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var file = await OpenAsync(cancellationToken);
        var id = await file.KeepAsync(new(receipt.Final, receipt.At, null, receipt.Headers, receipt.Body, receipt.Truncated), cancellationToken);
        await file.FlushAsync(cancellationToken);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<EvidenceFile> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _file ??= await files.OpenRunAsync(run.Section.Agency, run.Id, run.Today, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }
}
