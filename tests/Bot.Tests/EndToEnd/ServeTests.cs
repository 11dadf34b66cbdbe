using Disclosure.Agencies;
using Disclosure.Bot.Commands;
using Disclosure.Records;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Bot.Tests.EndToEnd;

public sealed class ServeTests : IDisposable
{
    private readonly SampleDesk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_first_start_makes_good_for_the_missed_audit_says_so_in_one_line_and_ends_when_asked()
    {
        using var serve = Serve();
        await serve.SaidAsync("Audit of sample finished", Token);
        await serve.TerminateAsync(Token);
        var said = await serve.EndedAsync(Token);

        Assert.Equal(Exit.Fine, said.Exit);
        Assert.Contains("Audit of sample finished: 43 columns", Assert.Single(said.Error.Split('\n'), line => line.Contains("Audit of", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", said.Error, StringComparison.Ordinal);
        Assert.EndsWith("Stopped", said.Error.TrimEnd(), StringComparison.Ordinal);
        await using var records = await OfflineRecords.OpenAsync(new() { DataFolder = _desk.At("data") }, TimeProvider.System, NullLoggerFactory.Instance);
        Assert.NotNull((await records.Archive.LastRunAsync(AgencyCode.Parse("sample"), Token))!.FinishedAt);
    }

    [Fact]
    public async Task An_audit_that_is_stopped_in_the_middle_is_gone_on_with_at_the_next_start()
    {
        await using var portal = await CannedPortal.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        portal.Answer("/slow/", async context =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        File.WriteAllText(
            Path.Combine(_desk.Config, "columns", "sample.json"),
            $$"""{"portal":"{{portal.Root}}","columns":[{"name":"快","url":"fast/"},{"name":"慢","url":"slow/"},{"name":"后","url":"after/"}]}""");

        using (var first = Serve())
        {
            await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
            await first.TerminateAsync(Token);
            Assert.Equal(Exit.Fine, (await first.EndedAsync(Token)).Exit);
        }

        portal.Page("/slow/", "<html><body>gone</body></html>", status: 404);
        using var second = Serve();
        await second.SaidAsync("Audit of sample finished: 3 columns", Token);
        await second.TerminateAsync(Token);
        var said = await second.EndedAsync(Token);

        Assert.Equal(Exit.Fine, said.Exit);
        Assert.Contains("Audit of sample goes on with interrupted run", said.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Fine, (await _desk.RunAsync("verify")).Exit);
    }

    private DeskProcess Serve() => DeskProcess.Start("serve", "--config", _desk.Config, "--data", _desk.At("data"), "--lang", "en");
}
