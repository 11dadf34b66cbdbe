using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Records.Crash;
using Microsoft.Extensions.Logging.Abstractions;

// A process made to be killed: takes the data folder, appends for as long as it lives, and says on its output what was acknowledged.
// Usage: Records.Crash FOLDER hold|write|register
await using var records = await OfflineRecords.OpenAsync(new RecordsOptions { DataFolder = args[0] }, TimeProvider.System, NullLoggerFactory.Instance);
var register = args[1] == "register" ? await records.OpenRegisterAsync(CancellationToken.None) : null;
await Console.Out.WriteLineAsync("ready");
if (args[1] == "hold")
{
    await Console.In.ReadLineAsync();
    return;
}

if (register is not null)
{
    await RegisterWriters.RunAsync(register);
    return;
}

var session = Guid.NewGuid().ToString("N");
var evidence = await records.Evidence.OpenRunAsync(AgencyCode.Parse("town"), "crash", new DateOnly(2025, 3, 4), CancellationToken.None);
var say = new SemaphoreSlim(1, 1);
await Task.WhenAll(Enumerable.Range(0, 4).Select(WriteAsync));

async Task WriteAsync(int writer)
{
    for (var number = 0; ; number++)
    {
        var key = $"{session}-{writer}-{number}";
        var at = new DateTimeOffset(2025, 3, 4, 9, 0, 0, TimeSpan.FromHours(8));
        var item = new SightedItem($"关于{key}的公告", $"http://portal.example/{key}.html", new DateOnly(2025, 3, 1), DateOrigin.Shown);
        var record = await evidence.KeepAsync(new(new Uri(item.Address), at, null, "HTTP/1.1 200 OK\r\n", "正文"u8.ToArray(), false), CancellationToken.None);
        await records.Archive.AppendAsync(
            new ColumnLooked(AgencyCode.Parse("town"), at, session, ColumnId.Parse($"column-{writer}"), key, false, new(Verdict.Fresh, Reason.WithinWindow, item.PublishedOn, null, null), new(1, true), new(item.Address, item.Address, at, 200, "", "rows", new string('字', number % 700), record), 0, [item], [], null),
            CancellationToken.None);
        await say.WaitAsync();
        await Console.Out.WriteLineAsync(item.Address);
        await Console.Out.FlushAsync();
        say.Release();
    }
}
