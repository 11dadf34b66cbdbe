using System.Diagnostics;
using System.Text;
using Disclosure.Bot.Export;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Export;

/// <summary>The files as another program opens them. Skipped where LibreOffice is not installed.</summary>
public class LibreOfficeTests
{
    [Fact]
    public async Task Another_program_computes_the_same_totals_and_prints_the_report()
    {
        Assert.SkipUnless(Installed is not null, "LibreOffice (soffice) is not installed.");
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("report.docx"), DocxWriter.Write(SomeReports.Busy(), SomeReports.Texts), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.File("report.xlsx"), XlsxWriter.Write(SomeReports.Busy(), [], SomeReports.Texts), TestContext.Current.CancellationToken);

        await ConvertAsync(folder, "txt:Text (encoded):UTF8", "report.docx");
        await ConvertAsync(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "report.xlsx");

        var words = await File.ReadAllTextAsync(folder.File("report.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("淮安市人民政府\n2024年政府信息公开工作年度报告", words.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var table = await File.ReadAllLinesAsync(Directory.GetFiles(folder.Path, "*.csv").Single(), TestContext.Current.CancellationToken);
        Assert.Contains("一、本年新收政府信息公开申请数量,,,3001,53,0,0,61,4,3119", table);
        Assert.Contains(",（七）总计,,2932,53,0,0,61,4,3050", table);
    }

    private static string? Installed => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private static async Task ConvertAsync(TempFolder folder, string to, string file)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var office = Process.Start(new ProcessStartInfo(Installed!, ["--headless", $"-env:UserInstallation=file://{folder.File("profile")}", "--convert-to", to, "--outdir", folder.Path, folder.File(file)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var said = await office.StandardOutput.ReadToEndAsync(limit.Token) + await office.StandardError.ReadToEndAsync(limit.Token);
        await office.WaitForExitAsync(limit.Token);
        Assert.True(office.ExitCode == 0, said);
    }
}
