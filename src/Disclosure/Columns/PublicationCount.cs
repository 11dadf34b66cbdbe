namespace Disclosure.Columns;

/// <summary>
/// The figures of 主动公开情况 in the yearly report: how many items were published in the year, key areas (重点领域) and others apart.
/// An item shown in several columns counts once, as key area if any of them is one.
/// </summary>
public sealed record PublicationCount(int Year, int KeyArea, int Other)
{
    public int Total => KeyArea + Other;

    /// <param name="isKeyArea">For each publication, whether it counts as key area.</param>
    public static PublicationCount Of(int year, IEnumerable<bool> isKeyArea)
    {
        var all = isKeyArea.ToList();
        var key = all.Count(isKey => isKey);
        return new(year, key, all.Count - key);
    }
}
