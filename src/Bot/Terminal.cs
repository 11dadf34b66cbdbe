using System.Text;
using Spectre.Console;

namespace Disclosure.Bot;

/// <summary>Where a command writes, and what that place can show.</summary>
/// <param name="IsInteractive">Somebody is looking: a table and a progress bar. Otherwise plain lines, one thing per line.</param>
/// <param name="Colour">Colours may be used; never without somebody looking, nor under NO_COLOR.</param>
/// <param name="Width">Characters per line; only used when <paramref name="IsInteractive"/>.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, bool Colour, int Width, TimeProvider Clock)
{
    /// <summary>What is piped or typed in, for what had better not stand on a command line.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    public static Terminal OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var interactive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var colour = interactive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(Console.Out, Console.Error, interactive, colour, interactive ? Math.Max(40, Console.WindowWidth) : int.MaxValue, TimeProvider.System) { In = Console.In };
    }

    /// <summary>Spectre's console over <see cref="Out"/>.</summary>
    public IAnsiConsole Screen()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        console.Profile.Width = Width;
        return console;
    }
}
