using Microsoft.Extensions.Logging;

namespace Disclosure.Records.Warc;

/// <summary>One run's WARC file while the run writes it.</summary>
/// <remarks>
/// Records are written at once, so a kill loses none, but flushed only when asked: a flush for each of 20,000 pages would cost
/// more than fetching them. Whoever names a record in a verdict flushes first.
/// </remarks>
public sealed class EvidenceFile : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly FileStream _stream;
    private readonly string _infoId = WarcRecord.NewId();
    private long _length;

    private EvidenceFile(FileStream stream, long length) => (_stream, _length) = (stream, length);

    public string Path => _stream.Name;

    internal static async Task<EvidenceFile> OpenAsync(string path, string agency, string runId, DateTimeOffset at, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            Disk.FlushDirectory(folder);
            var length = GzipMember.EndOfWholeMembers(stream);
            if (length < stream.Length)
            {
                Log.TornEvidenceCut(logger, path, stream.Length - length);
                stream.SetLength(length);
            }

            var file = new EvidenceFile(stream, length);
            await file.AppendAsync(WarcRecord.Info(file._infoId, at, System.IO.Path.GetFileName(path), agency, runId), cancellationToken);
            return file;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps an answer; safe from several columns at once.</summary>
    /// <returns>The record's id, <c>&lt;urn:uuid:…&gt;</c>.</returns>
    public async Task<string> KeepAsync(CapturedResponse response, CancellationToken cancellationToken)
    {
        var id = WarcRecord.NewId(response.At);
        await AppendAsync(WarcRecord.Response(id, _infoId, response), cancellationToken);
        return id;
    }

    /// <summary>When the answer of a record was kept; null for records whose id does not tell.</summary>
    public static DateTimeOffset? KeptAt(string record) => WarcRecord.MadeAt(record);

    /// <summary>Returns when everything kept so far is on the disk.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            _stream.Flush(flushToDisk: true);
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync();
        _one.Dispose();
    }

    private async Task AppendAsync(byte[] record, CancellationToken cancellationToken)
    {
        var member = GzipMember.Pack(record);
        await _one.WaitAsync(cancellationToken);
        try
        {
            _stream.Position = _length;
            await _stream.WriteAsync(member, cancellationToken);
            _length += member.Length;
        }
        catch
        {
            // A later record must not follow half of this one.
            _stream.SetLength(_length);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }
}
