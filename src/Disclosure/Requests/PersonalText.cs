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

    private PersonalText(string? text) => _text = text;

    /// <summary>The key was destroyed (erasure); that there was a text is all that is left.</summary>
    public static PersonalText Erased { get; }

    public bool IsErased => _text is null;

    public static PersonalText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>The text itself; null once erased. Call it only where a person who may read it asked to.</summary>
    public string? Reveal() => _text;

    public override string ToString() => _text is null ? "(erased)" : "•••";
}
