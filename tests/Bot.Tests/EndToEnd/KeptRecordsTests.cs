using System.Globalization;
using Disclosure.Bot.Commands;
using Disclosure.Records;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>What was audited can be checked, copied and brought back.</summary>
public sealed class KeptRecordsTests : IDisposable
{
    private readonly SampleDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Records_as_they_were_written_are_sound()
    {
        await _desk.RunAsync("audit");

        Assert.Equal(new Said(Exit.Fine, "here/data 的数据完整，没有被改动。\n", ""), await _desk.RunAsync("verify"));
    }

    [Fact]
    public async Task A_changed_record_is_found_with_its_file_and_line()
    {
        await _desk.RunAsync("audit");
        var lines = File.ReadAllLines(_desk.Journal);
        lines[4] = lines[4].Replace("2026-11-", "2026-10-", StringComparison.Ordinal);
        File.WriteAllText(_desk.Journal, string.Join('\n', lines) + "\n");

        var said = await _desk.RunAsync("verify", "--lang", "en");

        Assert.Equal(Exit.Findings, said.Exit);
        Assert.Contains("here/data/journal/audit.jsonl: line 5 ", said.Out, StringComparison.Ordinal);
        var refused = await _desk.RunAsync("audit");
        Assert.Equal(Exit.CouldNotRun, refused.Exit);
        Assert.Contains("audit.jsonl 第 5 行有损坏或者被改动过", refused.Error, StringComparison.Ordinal);
        Assert.Equal(lines, File.ReadAllLines(_desk.Journal));
    }

    [Fact]
    public async Task A_backup_brings_everything_back_into_an_empty_folder_and_into_no_other()
    {
        await _desk.RunAsync("audit");
        var journal = File.ReadAllText(_desk.Journal);
        var backup = _desk.At("desk.zip");

        Assert.Equal(Exit.Fine, (await _desk.RunAsync("backup", backup)).Exit);
        Assert.Equal(Exit.CouldNotRun, (await _desk.RunAsync("backup", backup)).Exit);
        var refused = await _desk.RunAsync("restore", backup);
        _desk.NewData("restored");
        var restored = await _desk.RunAsync("restore", backup);

        Assert.Equal(Exit.CouldNotRun, refused.Exit);
        Assert.Contains("here/data", refused.Error, StringComparison.Ordinal);
        Assert.Equal((Exit.Fine, journal), (restored.Exit, File.ReadAllText(_desk.Journal)));
        Assert.Equal(Exit.Fine, (await _desk.RunAsync("verify")).Exit);
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Contains("新提醒 4 条", (await _desk.RunAsync("audit")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_named_with_the_process_that_has_it()
    {
        await _desk.RunAsync("verify");
        using var held = DataFolder.Open(_desk.At("data"));

        var said = await _desk.RunAsync("audit", "--lang", "en");

        Assert.Equal(Exit.CouldNotRun, said.Exit);
        Assert.Contains("here/data", said.Error, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_called_sound()
    {
        var said = await _desk.RunAsync("verify");

        Assert.Equal((Exit.CouldNotRun, ""), (said.Exit, said.Out));
        Assert.Contains("here/data", said.Error, StringComparison.Ordinal);
    }
}
