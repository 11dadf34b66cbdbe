namespace Disclosure.Tables;

/// <summary>Table two: what the offices that made the decisions reported (Art. 20 (1), (5), (6), (8)).</summary>
/// <param name="Source">Where the numbers came from; null while nobody has entered them.</param>
public sealed record ProactiveTable(ProactiveFigures Figures, string? Source)
{
    /// <summary>What nobody has entered is blank and stops the report; it is never 0.</summary>
    public static ProactiveTable Of(ReportYear year) => year.Proactive is { } entered
        ? new(entered.Figures, entered.Source)
        : new(ProactiveFigures.Of(_ => Figure.NotANumber("")), null);
}
