using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Auditor.Extract;
using HtmlAgilityPack;

namespace Disclosure.Benchmarks;

/// <summary>The work done in a process of its own, so that the operating system's figures for it are its alone.</summary>
internal static class Child
{
    private const int Connections = 16;

    public static async Task<int> ServeAsync(int columns)
    {
        await using var app = await new GeneratedSite(columns).StartAsync(CancellationToken.None);
        Console.WriteLine(app.Urls.Single() + "/");
        await Console.In.ReadLineAsync();
        return 0;
    }

    /// <summary>Does one kind of work and prints <c>asked parsed cpuMilliseconds wallMilliseconds peakKilobytes checksum</c>.</summary>
    public static async Task<int> MeasureAsync(string work, Uri root, int columns, string dataFolder)
    {
        var clock = Stopwatch.StartNew();
        var (asked, parsed, checksum) = work switch
        {
            "download" => await DownloadAsync(root, columns, walk: false),
            "walk" => await DownloadAsync(root, columns, walk: true),
            _ => await AuditWork.RunAsync(root, columns, dataFolder),
        };
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked} {parsed} {process.TotalProcessorTime.TotalMilliseconds:F0} {clock.ElapsedMilliseconds} {PeakKilobytes()} {checksum}"));
        return 0;
    }

    private static async Task<(long Asked, long Parsed, long Checksum)> DownloadAsync(Uri root, int columns, bool walk)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding(54936);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var addresses = from column in Enumerable.Range(0, columns) from page in Enumerable.Range(0, GeneratedSite.PagesPerColumn) select (column, page);
        var checksum = 0L;
        var pages = 0;
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (at, token) =>
        {
            var body = await client.GetByteArrayAsync(new Uri(root, GeneratedSite.ListPath(at.column, at.page)), token);
            var sum = walk ? Walk((at.column % 2 == 0 ? Encoding.UTF8 : gbk).GetString(body)) : body.Length;
            Interlocked.Add(ref checksum, sum);
            Interlocked.Increment(ref pages);
        });
        return (pages, walk ? pages : 0, checksum);
    }

    /// <summary>The least a HtmlAgilityPack extractor can do: build the tree, go over it once, pick the dated rows.</summary>
    private static long Walk(string text)
    {
        var document = new HtmlDocument { OptionFixNestedTags = true, OptionMaxNestedChildNodes = HtmlTree.MaxDepth };
        document.LoadHtml(text);
        var rows = 0L;
        foreach (var node in document.DocumentNode.Descendants("li"))
        {
            var link = node.Element("a");
            var date = node.Element("span");
            if (link is not null && date is not null && date.InnerText.Length >= 8)
                rows++;
        }

        return rows;
    }

    private static long PeakKilobytes() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture))
        .Single();
}
