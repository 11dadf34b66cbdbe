using Disclosure.Requests;

namespace Disclosure.Tests.Requests;

public class InformationFeeTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 100)]
    [InlineData(31, 200)]
    [InlineData(40, 200)]
    [InlineData(41, 300)]
    [InlineData(50, 300)]
    [InlineData(51, 400)]
    public void The_rate_rises_with_the_requests_of_a_month(int ordinal, int yuan) => Assert.Equal(yuan, InformationFee.OfItem(ordinal));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(16, 600)] // 宿迁 2023: six charged
    [InlineData(25, 1500)] // and fifteen
    [InlineData(30, 2000)]
    [InlineData(35, 3000)]
    [InlineData(45, 5500)]
    public void A_months_requests_come_to_what_the_tiers_say(int requests, int yuan) => Assert.Equal(yuan, InformationFee.OfItems(requests));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(57, 270)] // 宿迁 2024
    [InlineData(68, 380)] // 沭阳 2025
    [InlineData(100, 700)]
    [InlineData(101, 720)]
    [InlineData(109, 880)] // 宿迁 2024
    [InlineData(119, 1080)] // 宿迁 2024
    [InlineData(200, 2700)]
    [InlineData(201, 2740)]
    [InlineData(250, 4700)]
    public void Pages_come_to_what_the_tiers_say(int pages, int yuan) => Assert.Equal(yuan, InformationFee.OfPages(pages));

    [Fact]
    public void Every_calendar_month_counts_from_one_again()
    {
        DateOnly[] received = [.. Enumerable.Repeat(Some.Day("2025-03-31"), 11), .. Enumerable.Repeat(Some.Day("2025-04-01"), 10), Some.Day("2025-04-30"), Some.Day("2026-04-30")];

        Assert.Equal([.. Enumerable.Repeat(0m, 10), 100m, .. Enumerable.Repeat(0m, 10), 100m, 0m], InformationFee.OfEach(received));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_request_before_the_first(int ordinal) => Assert.Throws<ArgumentOutOfRangeException>(() => InformationFee.OfItem(ordinal));

    [Fact]
    public void There_are_no_negative_numbers_of_anything()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => InformationFee.OfItems(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => InformationFee.OfPages(-1));
    }
}
