using Disclosure.Auditor.Discover;

namespace Disclosure.Auditor.Tests.Discover;

public class ColumnAddressTests
{
    [Theory]
    [InlineData("/zwgk/tz/202405/t20240506_100002.html")]
    [InlineData("/zwgk/tz/t28115724.shtml")]
    [InlineData("/art/2024/5/6/art_123_456.html")]
    [InlineData("/site/tzgg/202405/0123456789abcdef0123456789abcdef.shtml")]
    [InlineData("/col/202507/174168252.shtml")]
    [InlineData("/2024-05/06/content_1.htm")]
    [InlineData("/s/col/col1/content/content_19.html")]
    [InlineData("/zwgk/x/content/post_1234567.html")]
    [InlineData("/info/1039/3201.htm")]
    [InlineData("/20240506/abc/c.html")]
    [InlineData("/20240506123456/index.shtml")]
    [InlineData("/columns/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f/202405/06/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.html")]
    public void An_articles_address_is_no_columns(string path) => Assert.False(ColumnAddress.MayBeColumn(At(path)));

    [Theory]
    [InlineData("/zwgk/tz/report.pdf")]
    [InlineData("/module/download/downfile.jsp?filename=a")]
    [InlineData("/zwgk/2024/05/")]
    [InlineData("/a/b/a/b/a/b/")]
    public void A_download_an_archive_by_date_and_an_endless_path_are_no_columns(string path) => Assert.False(ColumnAddress.MayBeColumn(At(path)));

    [Theory]
    [InlineData("/zwgk/tz/")]
    [InlineData("/zwgk/tz/index.html")]
    [InlineData("/col/col123/index.html")]
    [InlineData("/c110634/common_list.shtml")]
    [InlineData("/site/zfxxgk_gknrz.shtml")]
    [InlineData("/gk/tz.htm")]
    [InlineData("/gkmlpt/index#4301")]
    [InlineData("/public/column/1681?type=6&typeNode=6")]
    [InlineData("/public-policy.thtml?id=12")]
    [InlineData("/zwgk/czgk2024/")]
    public void A_columns_address_may_be_one(string path) => Assert.True(ColumnAddress.MayBeColumn(At(path)));

    [Theory]
    [InlineData("/a/tz/", "/a/tz/index.html", true)]
    [InlineData("/a/tz/", "/a/tz", true)]
    [InlineData("/a/tz/", "/a/tz/index_3.html", true)]
    [InlineData("/a/tz/common_list.shtml", "/a/tz/common_list_2.shtml", true)]
    [InlineData("/a/tz/", "/a/tz/?page=2&t=1700000000", true)]
    [InlineData("/a/tz/", "/a/tz/#top", true)]
    [InlineData("/a/tz/;jsessionid=1F", "/a/tz/", true)]
    [InlineData("/p?id=1&page=2", "/p?id=1", true)]
    [InlineData("/p?id=1", "/p?id=2", false)]
    [InlineData("/gkmlpt/index#1", "/gkmlpt/index#2", false)]
    [InlineData("/a/tz/", "/a/zc/", false)]
    public void Addresses_of_one_column_have_one_key(string one, string other, bool same) =>
        Assert.Equal(same, ColumnAddress.Key(At(one)) == ColumnAddress.Key(At(other)));

    [Theory]
    [InlineData("/xz/a/fdgk/jg/", "xz a fdgk jg")]
    [InlineData("/col/col123/index.html", "col123")]
    [InlineData("/a/tz/common_list.shtml", "a tz")]
    [InlineData("/a/rsxx.htm", "a rsxx")]
    [InlineData("/a/gkmlpt/index#4301", "a gkmlpt-4301")]
    [InlineData("/p.thtml?id=12", "p id 12")]
    [InlineData("/%E5%85%AC%E5%91%8A/", "e5-85-ac-e5-91-8a")]
    public void The_parts_of_an_address_are_what_an_id_is_made_of(string path, string expected) => Assert.Equal(expected, string.Join(' ', ColumnAddress.Names(At(path))));

    private static Uri At(string path) => new(new Uri("http://portal.example/"), path);
}
