using System.Globalization;

namespace Disclosure.Tables;

/// <summary>One side of an equation: what its readable cells add up to, and how many hold no number.</summary>
internal readonly record struct Side(decimal Known, int Unread)
{
    public bool IsKnown => Unread == 0;

    public static Side Of(params ReadOnlySpan<Figure> figures)
    {
        var side = default(Side);
        foreach (var figure in figures)
            side += figure;
        return side;
    }

    public static Side operator +(Side side, Figure figure) =>
        figure.Value is { } value ? side with { Known = side.Known + value } : side with { Unread = side.Unread + 1 };

    public static Side operator +(Side left, Side right) => new(left.Known + right.Known, left.Unread + right.Unread);

    public static Side operator -(Side side, Figure figure) =>
        figure.Value is { } value ? side with { Known = side.Known - value } : side with { Unread = side.Unread + 1 };

    /// <summary>Adds a finding when the sides differ, or when that cannot be told.</summary>
    /// <param name="unread">How grave it is that it cannot be told.</param>
    /// <param name="where">Called only for a finding, so that what ties costs nothing.</param>
    public static void Compare(
        List<TieOutFinding> findings, string id, FindingSeverity differs, FindingSeverity unread, Side left, Side right, Func<string> where, Func<IReadOnlyList<string>>? cases = null)
    {
        if (!left.IsKnown || !right.IsKnown)
            findings.Add(new(id, unread, where(), left.ToString(), right.ToString(), [], Unchecked: true));
        else if (left.Known != right.Known)
            findings.Add(new(id, differs, where(), left.ToString(), right.ToString(), cases?.Invoke() ?? []));
    }

    /// <summary>A side with unreadable cells shows what is known of it and a question mark.</summary>
    public override string ToString()
    {
        var known = Known.ToString("0.############", CultureInfo.InvariantCulture);
        return IsKnown ? known : Known == 0 ? "?" : known + "+?";
    }
}
