using Disclosure.Requests;

namespace Disclosure.Records.Stored;

/// <summary>How personal text is turned into what is stored, and back.</summary>
internal abstract class TextSeal : IDisposable
{
    /// <summary>What stands in the journal for a text that was erased before it was written down again.</summary>
    public const string Erased = "erased";

    /// <param name="path">Where in the case the text stands; it opens in no other place.</param>
    public abstract string Close(string path, string text);

    public abstract PersonalText Open(string path, string stored);

    public void Dispose() => Release();

    /// <summary>Lets go of a key.</summary>
    protected virtual void Release()
    {
    }
}

/// <summary>Reads every personal text as closed: what boards, counts and deadlines are made from.</summary>
internal sealed class ClosedSeal : TextSeal
{
    public static readonly ClosedSeal Instance = new();

    public override string Close(string path, string text) => throw new InvalidOperationException("Personal text is stored under a case's key only.");

    public override PersonalText Open(string path, string stored) => stored == Erased ? PersonalText.Erased : PersonalText.Closed;
}

/// <summary>Reads the texts of a case whose key was destroyed.</summary>
internal sealed class ErasedSeal : TextSeal
{
    public static readonly ErasedSeal Instance = new();

    public override string Close(string path, string text) => throw new InvalidOperationException("An erased case takes no personal text.");

    public override PersonalText Open(string path, string stored) => PersonalText.Erased;
}

/// <summary>Tells whether there is personal text at all: before a key is made for it, and whether a stored entry needs one.</summary>
internal sealed class ProbingSeal : TextSeal
{
    public bool FoundText { get; private set; }

    public override string Close(string path, string text)
    {
        FoundText = true;
        return "";
    }

    public override PersonalText Open(string path, string stored)
    {
        FoundText = true;
        return PersonalText.Closed;
    }
}

/// <summary>A place in a stored entry, down to the field a personal text stands in.</summary>
internal readonly record struct TextPlace(TextSeal Seal, string Path)
{
    public TextPlace In(string name) => new(Seal, $"{Path}.{name}");

    public TextPlace In(int index) => In(index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <exception cref="InvalidOperationException">The text was read closed: writing it again would lose it.</exception>
    public string Close(string name, PersonalText text)
    {
        if (text.IsClosed)
            throw new InvalidOperationException($"The text at '{Path}.{name}' was read closed and cannot be written.");
        return text.Reveal() is { } open ? Seal.Close($"{Path}.{name}", open) : TextSeal.Erased;
    }

    public string? Close(string name, PersonalText? text) => text is { } some ? Close(name, some) : null;

    public PersonalText Open(string name, string stored) => stored == TextSeal.Erased ? PersonalText.Erased : Seal.Open($"{Path}.{name}", stored);

    public PersonalText? OpenOrNone(string name, string? stored) => stored is null ? null : Open(name, stored);
}
