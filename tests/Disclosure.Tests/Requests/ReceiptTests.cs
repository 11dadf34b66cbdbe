using Disclosure.Requests;

namespace Disclosure.Tests.Requests;

public class ReceiptTests
{
    [Theory]
    [InlineData(Channel.InPerson, "2025-05-20", null, null, "2025-05-20")]
    [InlineData(Channel.InPerson, "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-20")]
    [InlineData(Channel.Oral, "2025-05-20", null, null, "2025-05-20")]
    [InlineData(Channel.Post, "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-21")]
    [InlineData(Channel.Post, "2025-05-20", null, "2025-05-22", null)]
    [InlineData(Channel.OrdinaryMail, "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-22")]
    [InlineData(Channel.OrdinaryMail, "2025-05-20", null, null, null)]
    [InlineData(Channel.Fax, "2025-05-20", null, "2025-05-22", "2025-05-22")]
    [InlineData(Channel.Online, "2025-05-20", null, "2025-05-22", "2025-05-22")]
    [InlineData(Channel.Online, "2025-05-20", null, null, null)]
    [InlineData(Channel.Other, "2025-05-20", null, "2025-05-22", "2025-05-22")]
    public void The_channel_decides_which_day_is_the_day_of_receipt(Channel channel, string arrived, string? signedFor, string? confirmed, string? received) =>
        Assert.Equal(Day(received), Receipt.DayOf(channel, Some.Day(arrived), Day(signedFor), Day(confirmed)));

    [Fact]
    public void The_guides_own_rule_comes_first_for_other_channels_alone()
    {
        var (arrived, confirmed, rule) = (Some.Day("2025-05-20"), Some.Day("2025-05-22"), Some.Day("2025-05-21"));

        Assert.Equal(rule, Receipt.DayOf(Channel.Other, arrived, null, confirmed, rule));
        Assert.Equal(confirmed, Receipt.DayOf(Channel.Online, arrived, null, confirmed, rule));
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : Some.Day(iso);
}
