namespace Disclosure.Records.Journals;

/// <summary>A journal's file read without opening the journal: nothing is written, and a torn end is left as it is.</summary>
internal sealed class JournalReading
{
    private readonly string _file;
    private readonly List<long> _offsets = [];

    /// <param name="record">Given each record in order.</param>
    public JournalReading(string file, Action<JournalRecord> record, CancellationToken cancellationToken)
    {
        _file = file;
        using var scan = new JournalScan(file);
        while (scan.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _offsets.Add(scan.Offset);
            Head = scan.Head;
            record(JournalLine.Read(scan.Line));
        }
    }

    public JournalHead Head { get; private set; } = JournalHead.Empty;

    /// <exception cref="JournalDamagedException">It is not as it was a moment ago.</exception>
    public JournalRecord ReadOne(long seq) => ReadFrom(seq).First();

    public IEnumerable<JournalRecord> ReadAfter(long seq) => seq >= Head.Seq ? [] : ReadFrom(seq + 1);

    private IEnumerable<JournalRecord> ReadFrom(long seq)
    {
        var offset = _offsets[(int)seq - 1];
        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = offset;
        for (; seq <= Head.Seq; seq++)
        {
            var length = seq < _offsets.Count ? _offsets[(int)seq] - offset : Length(stream, offset);
            var line = new byte[length];
            stream.ReadExactly(line);
            yield return JournalLine.ReadWhole(line.AsMemory(0, line.Length - 1), seq) ?? throw new JournalDamagedException(_file, new(seq, offset, true, "its hash does not match its bytes"));
            offset += length;
        }
    }

    /// <summary>The last line's, with its line end.</summary>
    private static long Length(FileStream stream, long offset)
    {
        var length = 1;
        while (stream.ReadByte() is not (-1 or '\n'))
            length++;
        stream.Position = offset;
        return length;
    }
}
