using Disclosure.Columns;

namespace Disclosure.Tests.Columns;

public class UpdateWindowTests
{
    /// <summary>The boundary: the last day of the window passes, the day after is stale.</summary>
    [Theory]
    [InlineData("P6M", "2022-08-31", "2023-03-01")]
    [InlineData("P6M", "2023-08-31", "2024-03-01")]
    [InlineData("P6M", "2022-08-28", "2023-03-01")]
    [InlineData("P6M", "2023-02-28", "2023-08-29")]
    [InlineData("P6M", "2023-12-31", "2024-07-01")]
    [InlineData("P14D", "2026-11-09", "2026-11-24")]
    [InlineData("P2W", "2026-11-09", "2026-11-24")]
    [InlineData("P1Y", "2024-02-29", "2025-03-01")]
    [InlineData("P1Y", "2025-01-20", "2026-01-21")]
    public void A_column_is_stale_from_the_day_after_its_window(string window, string newest, string staleOn) =>
        Assert.Equal(Some.Day(staleOn), UpdateWindow.Parse(window).StaleOn(Some.Day(newest)));

    [Fact]
    public void A_column_without_a_window_never_turns_stale() => Assert.Null(UpdateWindow.None.StaleOn(Some.Day("1999-01-01")));

    [Theory]
    [InlineData(ColumnKind.News, "P14D")]
    [InlineData(ColumnKind.Notice, "P6M")]
    [InlineData(ColumnKind.Policy, "P6M")]
    [InlineData(ColumnKind.General, "P6M")]
    [InlineData(ColumnKind.Yearly, "P1Y")]
    [InlineData(ColumnKind.Document, "none")]
    [InlineData(ColumnKind.Container, "none")]
    public void Each_kind_has_the_window_of_the_inspection_rules(ColumnKind kind, string window) =>
        Assert.Equal(window, UpdateWindow.For(kind).ToString());

    [Theory]
    [InlineData("P14D", "P14D")]
    [InlineData("P2W", "P14D")]
    [InlineData("P6M", "P6M")]
    [InlineData("P12M", "P1Y")]
    [InlineData("P1Y", "P1Y")]
    [InlineData("none", "none")]
    [InlineData("NONE", "none")]
    public void A_window_is_written_as_it_is_read(string text, string canonical) =>
        Assert.Equal(canonical, UpdateWindow.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("6 months")]
    [InlineData("P0D")]
    [InlineData("P6M7D")]
    [InlineData("-P6M")]
    [InlineData("PT24H")]
    public void A_text_that_is_no_window_is_refused_with_the_forms_allowed(string text)
    {
        var problem = Assert.Throws<FormatException>(() => UpdateWindow.Parse(text));

        Assert.Contains("P14D", problem.Message, StringComparison.Ordinal);
    }
}
