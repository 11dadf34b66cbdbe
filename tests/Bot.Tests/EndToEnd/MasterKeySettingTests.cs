using Disclosure.Bot.Commands;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>The master key from the environment: it is no setting, is checked with the settings and is never shown.</summary>
public sealed class MasterKeySettingTests : IDisposable
{
    private static readonly string Sound = Convert.ToBase64String(new byte[32]);

    private readonly TempFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_sound_key_is_no_unknown_setting()
    {
        using var desk = CheckConfig(("DISCLOSURE_MASTER_KEY", Sound), ("DISCLOSURE_PREVIOUS_MASTER_KEY", Sound));

        var said = await desk.EndedAsync(Token);

        Assert.Equal(Exit.Fine, said.Exit);
        Assert.DoesNotContain("MASTER_KEY", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_none_is_told_without_showing_it()
    {
        using var desk = CheckConfig(("DISCLOSURE_MASTER_KEY", "correct-horse-battery"));

        var said = await desk.EndedAsync(Token);

        Assert.Equal(Exit.CouldNotRun, said.Exit);
        Assert.Contains("DISCLOSURE_MASTER_KEY does not hold a master key", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("correct-horse", said.Out + said.Error, StringComparison.Ordinal);
    }

    private DeskProcess CheckConfig(params (string Name, string Value)[] environment) =>
        DeskProcess.StartWith(environment, "check-config", "--config", Repository.PathTo("config"), "--data", _data.Path);
}
