using Disclosure.Columns;

namespace Disclosure.Tests;

public class UpdateWindowTests
{
    [Theory]
    [InlineData("P6M", "2022-08-31", "2023-03-01")]
    [InlineData("P14D", "2026-11-09", "2026-11-24")]
    public void A_window_ends_on_its_last_day(string window, string newest, string staleOn) =>
        Assert.Equal(DateOnly.Parse(staleOn, null), UpdateWindow.Parse(window).StaleOn(DateOnly.Parse(newest, null)));
}
