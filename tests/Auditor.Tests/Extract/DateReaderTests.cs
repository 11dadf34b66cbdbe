using CsCheck;
using Disclosure.Auditor.Extract;

namespace Disclosure.Auditor.Tests.Extract;

public class DateReaderTests
{
    private static readonly DateOnly Today = new(2024, 6, 10);

    [Theory]
    [InlineData("2024-05-06")]
    [InlineData("2024/05/06")]
    [InlineData("2024.05.06")]
    [InlineData("2024/5/6")]
    [InlineData("[2024-05-06]")]
    [InlineData("(2024-05-06)")]
    [InlineData("（2024-05-06）")]
    [InlineData("【2024-05-06】")]
    [InlineData("2024年5月6日")]
    [InlineData("2024年05月06日")]
    [InlineData("2024 年 5 月 6 日")]
    [InlineData("2024年5月6号")]
    [InlineData("[20240506]")]
    [InlineData("20240506")]
    [InlineData("2024-\n05-\n06")]
    [InlineData("２０２４－０５－０６")]
    [InlineData("２０２４年５月６日")]
    [InlineData("2024—05—06")]
    [InlineData("2024-05-06 16:59:00")]
    [InlineData("2024-05-06T16:59:00+08:00")]
    [InlineData("2024年05月06日 16时59分")]
    [InlineData("2024-05-06 星期一")]
    [InlineData("05-06")]
    [InlineData("[05-06]")]
    [InlineData("05/06")]
    [InlineData("5月6日")]
    [InlineData("05-06 12:30")]
    [InlineData("06 2024-05")]
    [InlineData("06日 2024年05月")]
    [InlineData("06 2024.05")]
    [InlineData("2024-05 06")]
    [InlineData("05-06 2024")]
    [InlineData("2024 05-06")]
    [InlineData("发布日期：2024-05-06")]
    [InlineData("发布时间：2024-05-06 来源：党政办")]
    [InlineData("2024.05.06-2024.06.06")]
    [InlineData("\u200b2024-05-06\ufeff")]
    public void A_day_is_read_in_every_shape_portals_print(string text) => Assert.Equal(new DateOnly(2024, 5, 6), DateReader.FromText(text, Today));

    [Theory]
    [InlineData("")]
    [InlineData("2024-05-00123")]
    [InlineData("0233621J/2026-00150")]
    [InlineData("11652/2024-05-06-0012")]
    [InlineData("2024-05-06-0012")]
    [InlineData("某府发〔2024〕5号")]
    [InlineData("1999.12-2000.01")]
    [InlineData("2016.12-2017.03")]
    [InlineData("2024-2026年规划")]
    [InlineData("2024年5月")]
    [InlineData("2024-05")]
    [InlineData("电话0903-2024050")]
    [InlineData("电话：20240506")]
    [InlineData("v2024.1.2")]
    [InlineData("2024.1.2.3")]
    [InlineData("1.2.3")]
    [InlineData("1/11")]
    [InlineData("共52条")]
    [InlineData("12:30")]
    [InlineData("2024-13-06")]
    [InlineData("2024-02-30")]
    [InlineData("1989-12-31")]
    [InlineData("9999-01-01")]
    [InlineData("2024-05/06")]
    [InlineData("13-40")]
    [InlineData("02-30")]
    [InlineData("编号2024-05-061")]
    [InlineData("身份证653223199005061234")]
    [InlineData("第20240506号")]
    [InlineData("至 5月6日前报名")]
    public void A_number_that_is_no_day_is_not_read_as_one(string text) => Assert.Null(DateReader.FromText(text, Today));

    [Theory]
    [InlineData("06-10", "2024-06-10")]
    [InlineData("06-11", "2023-06-11")]
    [InlineData("12-31", "2023-12-31")]
    [InlineData("02-29", "2024-02-29")]
    public void A_day_without_a_year_is_the_latest_that_is_not_in_the_future(string text, string day) => Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateReader.FromText(text, Today));

    [Fact]
    public void A_leap_day_without_a_year_goes_back_to_a_leap_year() => Assert.Equal(new DateOnly(2020, 2, 29), DateReader.FromText("02-29", new(2023, 5, 1)));

    [Fact]
    public void A_whole_day_in_the_future_is_kept_as_printed() => Assert.Equal(new DateOnly(2026, 5, 6), DateReader.FromText("2026-05-06", Today));

    [Theory]
    [InlineData("http://a.gov.cn/x/202405/t20240506_1.html", true)]
    [InlineData("./202405/t20240506_1.html", true)]
    [InlineData("http://a.gov.cn/art/2024/5/6/art_1_2.html", true)]
    [InlineData("http://a.gov.cn/2024-05/06/content_1.htm", true)]
    [InlineData("http://a.gov.cn/2024-05-06/1.html", true)]
    [InlineData("http://a.gov.cn/20240506/0a1b/c.html", true)]
    [InlineData("http://a.gov.cn/x/20240506/0123456789abcdef0123456789abcdef.html", true)]
    [InlineData("http://a.gov.cn/2024/5/6/0123456789abcdef0123456789abcdef.shtml", true)]
    [InlineData("http://a.gov.cn/columns/6f9619ff-8b86/202405/06/6f9619ff.html", true)]
    [InlineData("http://a.gov.cn/2024/05/06/ARTI1714972800.shtml", true)]
    [InlineData("http://a.gov.cn/20240506123456/index.shtml", true)]
    [InlineData("http://a.gov.cn/x/202405/0123456789abcdef0123456789abcdef.shtml", false)]
    [InlineData("http://a.gov.cn/x/202405/174168252.shtml", false)]
    [InlineData("http://a.gov.cn/info/1039/3201.htm", false)]
    [InlineData("http://a.gov.cn/post_20240506.html", false)]
    [InlineData("http://a.gov.cn/12345/index.html", false)]
    [InlineData("http://a.gov.cn/c123/content.html", false)]
    [InlineData("http://a.gov.cn/x/t28115724.shtml", false)]
    [InlineData("http://a.gov.cn/x/t20241399_1.html", false)]
    [InlineData("http://a.gov.cn/x.html?day=/2024/5/6/", false)]
    [InlineData("http://20240506.gov.cn/x.html", false)]
    [InlineData("http://a.gov.cn/20480506/0a1b/c.html", false)]
    [InlineData("", false)]
    public void An_address_gives_a_whole_day_or_none(string address, bool whole) => Assert.Equal(whole ? new DateOnly(2024, 5, 6) : null, DateReader.FromAddress(address, Today));

    [Fact]
    public void No_text_breaks_the_reader_and_every_day_is_within_bounds()
    {
        Gen.OneOf(Gen.Char["0123456789-/.年月日 [](){}tT_:２０"], Gen.Char).Array[0, 40].Select(letters => new string(letters)).Sample(text =>
        {
            var read = DateReader.FromText(text, Today);
            var named = DateReader.FromAddress(text, Today);

            return (read is null || (read >= DateReader.Earliest && read.Value.Year <= 2099)) && (named is null || named >= DateReader.Earliest);
        }, iter: 20_000);
    }
}
