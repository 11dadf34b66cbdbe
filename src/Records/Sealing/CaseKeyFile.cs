using Disclosure.Records.Journals;

namespace Disclosure.Records.Sealing;

/// <summary>The file of the cases' keys: one slot after the other, read whole, appended with a flush, overwritten in place to destroy.</summary>
internal sealed class CaseKeyFile : IDisposable
{
    private readonly string _file;
    private readonly FileStream _stream;
    private long _length;

    /// <param name="open">Opens the file; a test gives one whose disk fills up.</param>
    public CaseKeyFile(string file, int slots, Func<string, FileStream> open)
    {
        _file = file;
        var isNew = !File.Exists(file);
        _stream = open(file);
        _length = (long)slots * KeySlot.Length;
        // What an interrupted write left behind was never relied upon.
        if (_stream.Length != _length)
            TakeBack();
        if (isNew)
            Disk.FlushDirectory(Path.GetDirectoryName(file)!);
    }

    /// <summary>Reads every slot of a file, also while it is in use; an unfinished end is left out, because nothing rests on it.</summary>
    /// <exception cref="CaseKeyDamagedException">A slot is not as it was written.</exception>
    public static IReadOnlyList<KeySlot> Read(string file)
    {
        var slots = new List<KeySlot>();
        var bad = Scan(file, slots);
        // A slot that is being overwritten just now looks damaged once, not again and again.
        for (var again = 0; bad.Count > 0 && again < 3; again++)
        {
            slots.Clear();
            bad = Scan(file, slots);
        }

        return bad.Count == 0 ? slots : throw new CaseKeyDamagedException($"{file} is damaged: {bad[0]}. Keep a copy of the file, then restore the newest backup into an empty folder.");
    }

    /// <summary>Reads the slots that are sound and says what is wrong with each other one.</summary>
    public static IReadOnlyList<string> Scan(string file, List<KeySlot> slots)
    {
        if (!File.Exists(file))
            return [];
        byte[] bytes;
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0))
        {
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }

        var problems = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < FinishedLength(bytes); at += KeySlot.Length)
        {
            if (KeySlot.Read(bytes.AsSpan(at, KeySlot.Length)) is not { } slot)
                problems.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {(at / KeySlot.Length) + 1} (byte {at}): the key slot's check does not match its bytes"));
            else if (!seen.Add(slot.Case))
                problems.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {(at / KeySlot.Length) + 1} (byte {at}): case {slot.Case} has a second key"));
            else
                slots.Add(slot);
        }

        return problems;
    }

    /// <summary>Writes a whole file anew in one step: the old one or the new one is there, whatever happens.</summary>
    public static void Replace(string file, IEnumerable<KeySlot> slots) => Disk.Replace(file, [.. slots.SelectMany(slot => slot.ToLine())]);

    /// <summary>Brings more slots to the disk; gives where the first one begins.</summary>
    /// <exception cref="JournalWriteException">The disk refused; nothing was kept.</exception>
    public long Append(IReadOnlyList<KeySlot> slots)
    {
        try
        {
            _stream.Position = _length;
            foreach (var slot in slots)
                _stream.Write(slot.ToLine());
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            TryTakeBack();
            throw new JournalWriteException(_file, exception);
        }

        var first = _length;
        _length += (long)slots.Count * KeySlot.Length;
        return first;
    }

    /// <summary>Overwrites one slot and brings that to the disk.</summary>
    public void Overwrite(long offset, KeySlot slot)
    {
        _stream.Position = offset;
        _stream.Write(slot.ToLine());
        _stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Where the slots end that were finished: a power cut leaves part of a slot, or zeros where a slot was to be.</summary>
    private static int FinishedLength(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length - (bytes.Length % KeySlot.Length);
        while (length > 0 && bytes[length - 1] == 0 && bytes[length - 2] == 0)
            length -= KeySlot.Length;
        return length;
    }

    private void TryTakeBack()
    {
        try
        {
            TakeBack();
        }
        catch (IOException)
        {
            // Nothing rests on what is past the last slot: the next append writes over it, and opening cuts it.
            return;
        }
    }

    private void TakeBack()
    {
        _stream.SetLength(_length);
        _stream.Flush(flushToDisk: true);
    }
}
