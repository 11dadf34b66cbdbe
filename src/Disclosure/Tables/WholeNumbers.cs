namespace Disclosure.Tables;

/// <summary>A cell for a count holds a whole number that is not negative; a blank, "/" or "-" is none.</summary>
internal static class WholeNumbers
{
    public static void Check(string id, Figure figure, FindingSeverity unread, FindingSeverity wrong, Func<string> where, List<TieOutFinding> findings)
    {
        if (figure.Value is not { } value)
            findings.Add(new(id, unread, where(), figure.Text, null, []));
        else if (value < 0 || value != decimal.Truncate(value))
            findings.Add(new(id, wrong, where(), figure.Text, null, []));
    }
}
