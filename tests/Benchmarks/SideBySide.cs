using System.Diagnostics;
using System.Globalization;

namespace Disclosure.Benchmarks;

/// <summary>
/// One run of everything that is compared, on the same machine and site: bare download, bare tree walk, audit, audit again of the unchanged
/// site; each its own process, three rounds interleaved, medians shown, as ratios to the bare download.
/// </summary>
internal static class SideBySide
{
    private const int Rounds = 3;
    private const string Again = "audit again, unchanged";

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("Pages are list pages of about 17 kB; CPU and peak memory are the operating system's figures for the finished process.");
        var readAgain = 0;
        foreach (var columns in (int[])[110, 1100])
            readAgain += await CompareAsync(columns);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Unchanged pages read again: {readAgain} ({(readAgain == 0 ? "as it should be" : "none should be")})"));
        return readAgain == 0 ? 0 : 1;
    }

    /// <returns>The unchanged pages that were read again.</returns>
    private static async Task<int> CompareAsync(int columns)
    {
        using var server = Start("serve", columns.ToString(CultureInfo.InvariantCulture));
        var root = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The site did not start.");
        var results = new Dictionary<string, List<Measured>>();
        for (var round = 0; round < Rounds; round++)
        {
            var data = Directory.CreateTempSubdirectory("disclosure-bench-").FullName;
            foreach (var (name, work) in new[] { ("download", "download"), ("tree walk", "walk"), ("audit", "audit"), (Again, "audit") })
                (results.TryGetValue(name, out var list) ? list : results[name] = []).Add(await MeasureAsync(work, root, columns, data));
            Directory.Delete(data, recursive: true);
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Print(columns, results);
        return results[Again].Sum(round => round.Parsed);
    }

    private static void Print(int columns, Dictionary<string, List<Measured>> results)
    {
        var baseline = Median(results["download"], m => m.CpuPerPage);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{columns} columns, {columns * GeneratedSite.PagesPerColumn} pages"));
        Console.WriteLine($"{"",-24}{"asked",8}{"read",8}{"µs CPU/page",14}{"× download",12}{"pages/CPU s",13}{"peak MB",10}{"wall s",9}");
        foreach (var (name, rounds) in results)
        {
            var cpu = Median(rounds, m => m.CpuPerPage);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{rounds[0].Asked,8}{rounds[0].Parsed,8}{cpu,14:F0}{cpu / baseline,12:F1}{1e6 / cpu,13:F0}{Median(rounds, m => m.PeakMegabytes),10:F0}{Median(rounds, m => m.WallSeconds),9:F1}"));
        }
    }

    private static double Median(List<Measured> rounds, Func<Measured, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);

    private static async Task<Measured> MeasureAsync(string work, string root, int columns, string data)
    {
        using var child = Start(work, root, columns.ToString(CultureInfo.InvariantCulture), data);
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"{work} ended with {child.ExitCode}: {output}");
        var fields = output.Trim().Split('\n')[^1].Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        // An unchanged site is compared per page of the site, not per page asked for.
        var pages = columns * GeneratedSite.PagesPerColumn;
        return new((int)fields[0], (int)fields[1], fields[2] * 1000 / pages, fields[4] / 1024, fields[3] / 1000);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private sealed record Measured(int Asked, int Parsed, double CpuPerPage, double PeakMegabytes, double WallSeconds);
}
