namespace Disclosure.Records.Journals;

/// <summary>Walks a journal's file line by line and follows the chain, with memory for one line only.</summary>
/// <remarks>
/// What may be cut is decided here. A write that was interrupted leaves a beginning of a line without its end; nothing of it
/// was acknowledged. A line that has its end and is wrong, or has everything but a right line end, was whole once: damage.
/// </remarks>
internal sealed class JournalScan : IDisposable
{
    private readonly FileStream _stream;
    private readonly long _end;
    private byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _filled;
    private JournalHead _head;

    /// <param name="end">Read no further than this byte; null for all there is.</param>
    public JournalScan(string file, long? end = null, JournalMark? from = null)
    {
        _stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        _end = end ?? _stream.Length;
        NextOffset = from?.Offset ?? 0;
        _head = from?.Head ?? JournalHead.Empty;
        _stream.Position = NextOffset;
    }

    /// <summary>The line just read, without its line end; valid until the next.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    public long Offset { get; private set; }

    /// <summary>Where the next line begins: the length of the sound part so far.</summary>
    public long NextOffset { get; private set; }

    /// <summary>The head after the last sound line.</summary>
    public JournalHead Head => _head;

    /// <summary>What ended the walk before the end of the file.</summary>
    public JournalFinding? Finding { get; private set; }

    /// <summary>The last line lacks nothing but its line end.</summary>
    public bool LacksLineEnd { get; private set; }

    /// <summary>Moves to the next sound line; false at the end or at the first finding.</summary>
    public bool Next()
    {
        if (Finding is not null)
            return false;

        Offset = NextOffset;
        if (!ReadLine(out var line))
        {
            if (line.Length > 0)
                Finding = OfTail(line.Span);
            return false;
        }

        if (JournalLine.Problem(line.Span, _head, out var after) is { } problem)
        {
            Finding = Damage(problem);
            return false;
        }

        Line = line;
        NextOffset = Offset + line.Length + 1;
        _head = after;
        return true;
    }

    public void Dispose() => _stream.Dispose();

    private JournalFinding OfTail(ReadOnlySpan<byte> tail)
    {
        if (tail.Length > JournalLine.MaxLength)
            return Damage("it is longer than any record");
        if (JournalLine.Problem(tail[..^1], _head, out _) is null)
            return Damage("its line end was changed");
        LacksLineEnd = JournalLine.Problem(tail, _head, out _) is null;
        return new(_head.Seq + 1, Offset, false, LacksLineEnd ? "the last line lacks its line end" : "the last line was not finished; it was never acknowledged");
    }

    private JournalFinding Damage(string what) => new(_head.Seq + 1, Offset, true, what);

    private bool ReadLine(out ReadOnlyMemory<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_from + searched, _filled - _from - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = _buffer.AsMemory(_from, searched + at);
                _from += searched + at + 1;
                return true;
            }

            searched = _filled - _from;
            if (searched > JournalLine.MaxLength || !Fill())
            {
                line = _buffer.AsMemory(_from, searched);
                return false;
            }
        }
    }

    private bool Fill()
    {
        var kept = _filled - _from;
        if (_from > 0)
        {
            _buffer.AsSpan(_from, kept).CopyTo(_buffer);
            (_from, _filled) = (0, kept);
        }

        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var room = (int)Math.Min(_buffer.Length - _filled, _end - _stream.Position);
        var read = room <= 0 ? 0 : _stream.Read(_buffer, _filled, room);
        _filled += read;
        return read > 0;
    }
}

/// <summary>A place in the file from which reading can begin: the next line's offset and the head before it.</summary>
internal readonly record struct JournalMark(long Offset, JournalHead Head);
