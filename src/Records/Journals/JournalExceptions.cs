using System.Globalization;

namespace Disclosure.Records.Journals;

/// <summary>Someone else changed the stream since it was read; the caller reads again and decides again.</summary>
/// <remarks>
/// An exception although it is ordinary: a returned case that a caller forgets to look at would let it say "done" about a
/// record that was never written.
/// </remarks>
public sealed class JournalConflictException(string stream, long expected, long actual)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Stream '{stream}' is at version {actual}, not at the expected {expected}; nothing was written. Read it again and decide again."))
{
    public string Stream { get; } = stream;

    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}

/// <summary>The disk refused a record. Nothing of it was kept and the journal goes on from where it was.</summary>
public sealed class JournalWriteException(string file, Exception inner)
    : IOException($"The record could not be written to {file} and nothing of it was kept ({inner.Message}). Free space or mend the disk, then try again.", inner);

/// <summary>A journal was changed or damaged behind the program's back; it is not opened until a person has decided.</summary>
public sealed class JournalDamagedException(string file, JournalFinding finding) : IOException(
    string.Create(CultureInfo.InvariantCulture, $"{file} is damaged at line {finding.Line} (byte {finding.Offset}): {finding.What}. Keep a copy of the file, then restore the newest backup into an empty folder; do not edit the journal."))
{
    public string File { get; } = file;

    public JournalFinding Finding { get; } = finding;
}
