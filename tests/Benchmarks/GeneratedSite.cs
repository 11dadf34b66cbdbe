using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.Benchmarks;

/// <summary>
/// A county portal made for measuring: columns of 20 list pages with 10 items each, every page about 17 kB of navigation, sidebar and
/// footer around the rows, every second column in GBK named only in its meta tag, three ways of writing dates. Pages are made once and
/// kept gzip-free in memory, so that the server costs little while a client is measured.
/// </summary>
internal sealed class GeneratedSite
{
    public const int PagesPerColumn = 20;
    public const int ItemsPerPage = 10;

    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Dictionary<string, (byte[] Body, string ETag)> _pages = new(StringComparer.Ordinal);
    private long _bytes;
    private long _requests;
    private long _notModified;

    public GeneratedSite(int columns)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding(54936);
        for (var column = 0; column < columns; column++)
        {
            var encoding = column % 2 == 0 ? Encoding.UTF8 : gbk;
            for (var page = 0; page < PagesPerColumn; page++)
            {
                var body = encoding.GetBytes(ListPage(column, page, encoding == gbk));
                _pages[ListPath(column, page)] = (body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");
            }
        }
    }

    public static string ListPath(int column, int page) => page == 0
        ? string.Create(CultureInfo.InvariantCulture, $"/zwgk/c{column}/")
        : string.Create(CultureInfo.InvariantCulture, $"/zwgk/c{column}/index_{page}.html");

    public async Task<WebApplication> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/counters")
        {
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Exchange(ref _requests, 0)} {Interlocked.Exchange(ref _bytes, 0)} {Interlocked.Exchange(ref _notModified, 0)}"));
            return;
        }

        if (!_pages.TryGetValue(path, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Interlocked.Increment(ref _requests);
        context.Response.Headers.ETag = page.ETag;
        if (context.Request.Headers.IfNoneMatch == page.ETag)
        {
            Interlocked.Increment(ref _notModified);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        Interlocked.Add(ref _bytes, page.Body.Length);
        context.Response.ContentType = "text/html";
        context.Response.ContentLength = page.Body.Length;
        await context.Response.Body.WriteAsync(page.Body);
    }

    public static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"第{column}栏目");

    private static string ListPage(int column, int page, bool gbk)
    {
        var html = new StringBuilder(20_000);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html><html><head><meta charset="{(gbk ? "gb2312" : "utf-8")}"><title>{Name(column)}-测试县人民政府</title>
            <meta name="SiteName" content="测试县人民政府"><meta name="SiteIDCode" content="6532000000"><meta name="ColumnName" content="{Name(column)}">
            <link rel="stylesheet" href="/css/site.css"><script src="/js/jquery.js"></script></head><body><div class="header"><ul class="nav">
            """);
        for (var i = 0; i < 60; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"nav-item level-{i % 3}\"><a href=\"/zwgk/nav{i}/\" title=\"导航栏目{i}\" target=\"_blank\"><span class=\"icon icon-{i}\"></span>导航栏目{i}</a></li>\n");
        html.Append(CultureInfo.InvariantCulture, $"""
            </ul></div><div class="crumb"><a href="/" class="CurrChnlCls">首页</a>&gt;<a href="../" class="CurrChnlCls">政务公开</a>&gt;<a href="./" class="CurrChnlCls">{Name(column)}</a></div>
            <div class="main"><div class="sidebar"><h3>热点信息</h3><ul>
            """);
        for (var i = 0; i < 20; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/hot/202611/t20261120_{i}.html\">热点信息第{i}条，字数稍长一些的标题用来占位</a><span>11-20</span></li>\n");
        html.Append("</ul></div><div class=\"content\"><ul class=\"list\">\n");
        for (var i = 0; i < ItemsPerPage; i++)
        {
            var number = page * ItemsPerPage + i;
            var day = Today.AddDays(-(column % 200) - number);
            var shown = (column % 3) switch
            {
                0 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                1 => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
                _ => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            };
            html.Append(CultureInfo.InvariantCulture, $"<li><span>{shown}</span><a href=\"./{day:yyyyMM}/t{day:yyyyMMdd}_{column * 1000 + number}.html\" target=\"_blank\" title=\"关于第{column}栏目第{number}项工作的公告\">关于第{column}栏目第{number}项工作的公告</a></li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ul><div class=\"page\"><script>createPageHTML({PagesPerColumn}, {page}, \"index\", \"html\");</script></div></div></div><div class=\"footer\">");
        for (var i = 0; i < 30; i++)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"link\"><a href=\"http://link{i}.example.gov.cn/\" target=\"_blank\">友情链接单位名称{i}</a></p>\n");
        html.Append("<p>测试县人民政府主办 备案号 00000000 网站标识码 6532000000</p></div><script>var tracker=0;\n");
        html.Append('/', 2).Append('x', Math.Max(0, 15_000 - html.Length)).Append("\n</script></body></html>");
        return html.ToString();
    }
}
