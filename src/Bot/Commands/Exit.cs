namespace Disclosure.Bot.Commands;

/// <summary>What a command ends with; scripts depend on it.</summary>
internal static class Exit
{
    /// <summary>Done, and nothing to act on.</summary>
    public const int Fine = 0;

    /// <summary>Done, and there is something to act on.</summary>
    public const int Findings = 1;

    /// <summary>Could not be done.</summary>
    public const int CouldNotRun = 2;
}
