namespace Disclosure.Requests;

/// <summary>
/// Text that may tell who someone is or what they asked: a name, an identity number, a contact, what is wanted, a free note. Stored
/// encrypted, and shown only by saying so.
/// </summary>
/// <remarks>
/// A type of its own, so that neither a log line nor a careless interpolation can print it: <see cref="ToString"/> never shows the text,
/// and what must be encrypted is found by its type, not by a list someone keeps.
/// </remarks>
public readonly record struct PersonalText
{
    private readonly string? _text;

    private PersonalText(string? text, bool isClosed) => (_text, IsClosed) = (text, isClosed);

    /// <summary>The key was destroyed (erasure); that there was a text is all that is left.</summary>
    public static PersonalText Erased { get; }

    /// <summary>There is a text, and it was not opened: the reader did not ask for it or has no key. Never to be shown as "nothing".</summary>
    public static PersonalText Closed { get; } = new(null, isClosed: true);

    public bool IsErased => _text is null && !IsClosed;

    public bool IsClosed { get; }

    public static PersonalText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, isClosed: false);
    }

    /// <summary>The text itself; null once erased and while closed. Call it only where a person who may read it asked to.</summary>
    public string? Reveal() => _text;

    public override string ToString() => IsErased ? "(erased)" : "•••";
}
