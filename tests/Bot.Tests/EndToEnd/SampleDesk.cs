using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Disclosure.Bot.Commands;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>The program as shipped, run by its command line over the sample portal, with a port, a data folder and a clock of its own.</summary>
internal sealed class SampleDesk : IDisposable
{
    private const string ShippedSite = "127.0.0.1:5180";

    private readonly TempFolder _folder = new();
    private readonly string _site = $"127.0.0.1:{FreePort()}";

    public SampleDesk()
    {
        foreach (var file in Directory.GetFiles(Repository.PathTo("config"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Config, Path.GetRelativePath(Repository.PathTo("config"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, OnThisSite(File.ReadAllText(file)));
        }

        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Config, "appsettings.json")))!;
        settings["Fetch"]!["DelayBetweenRequests"] = "00:00:00";
        settings["Fetch"]!["Retries"] = 0;
        Directory.CreateDirectory(At("keys"));
        settings["Records"]!["KeyFile"] = At(Path.Combine("keys", "master.key"));
        settings["Sample"]!["Folder"] = Repository.PathTo("seeds", "portal");
        File.WriteAllText(Path.Combine(Config, "appsettings.json"), settings.ToJsonString());
    }

    /// <summary>Stands still unless a test moves it, so that everything said can be compared.</summary>
    public FakeTimeProvider Clock { get; } = new(Some.Morning);

    public string Config => At("config");

    public string Data { get; private set; } = "data";

    public string Journal => Path.Combine(At(Data), "journal", "audit.jsonl");

    public string At(string name) => Path.Combine(_folder.Path, name);

    public void NewData(string name) => Data = name;

    /// <summary>What the next commands find on standard input.</summary>
    public string Input { get; set; } = "";

    /// <summary>A shipped address as it is here.</summary>
    public string OnThisSite(string text) => text.Replace(ShippedSite, _site, StringComparison.Ordinal);

    /// <summary>Runs one command as a person would.</summary>
    public async Task<Said> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Input);
        var terminal = new Terminal(output, error, IsInteractive: false, Colour: false, int.MaxValue, Clock) { In = input };
        var exit = await new CommandLine(terminal).RunAsync([.. args, "--config", Config, "--data", At(Data)], TestContext.Current.CancellationToken);
        return new(exit, Shipped(output), Shipped(error));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What was said, with the addresses as shipped and the folder as "here".</summary>
    private string Shipped(StringWriter said) =>
        said.ToString().ReplaceLineEndings("\n").Replace(_site, ShippedSite, StringComparison.Ordinal).Replace(_folder.Path, "here", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Said(int Exit, string Out, string Error);
