using Disclosure.Records.Journals;

namespace Disclosure.Records;

/// <summary>Reads, decides and appends, and does it again when somebody was faster.</summary>
public static class DecideAgain
{
    private const int Attempts = 10;

    /// <param name="decide">Reads what it needs and decides on it, anew each time; null when nothing is to be appended after all.</param>
    /// <returns>What was appended; null when the decision was to append nothing.</returns>
    /// <exception cref="JournalConflictException">Somebody was faster every time.</exception>
    /// <exception cref="NumberTakenException">As above, with the number.</exception>
    public static async Task<RegisterDraft?> AppendAsync(this IRegister register, Func<CancellationToken, Task<RegisterDraft?>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(decide);
        for (var attempt = 1; ; attempt++)
        {
            if (await decide(cancellationToken) is not { } draft)
                return null;
            try
            {
                await register.AppendAsync(draft, cancellationToken);
                return draft;
            }
            catch (Exception exception) when (exception is JournalConflictException or NumberTakenException && attempt < Attempts)
            {
                // Somebody was faster: what was decided on is no longer so.
            }
        }
    }
}
