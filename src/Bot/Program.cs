using Disclosure.Bot;
using Disclosure.Bot.Commands;

return await new CommandLine(Terminal.OfThisProcess()).RunAsync(args, CancellationToken.None);
