namespace Disclosure.Tables;

/// <summary>One equation or rule of the form that a report does not keep, naming both sides and the place.</summary>
/// <param name="Id">As people cite it: <c>T3-FLOW</c>, <c>TXT-N</c> (国办公开办函〔2021〕30号, 勾稽关系).</param>
/// <param name="Where">The place in the words of the form (表三“（七）总计”“自然人”), or the sentence of the text.</param>
/// <param name="Left">The left side as printed; null where there are no sides.</param>
/// <param name="Right">The right side as printed.</param>
/// <param name="Cases">The cases behind the difference, when they are known.</param>
/// <param name="Unchecked">The rule could not be checked, because a cell it needs holds no number: neither kept nor broken.</param>
public sealed record TieOutFinding(string Id, FindingSeverity Severity, string Where, string? Left, string? Right, IReadOnlyList<string> Cases, bool Unchecked = false);

public enum FindingSeverity
{
    /// <summary>The report must not be published like this.</summary>
    Error,

    /// <summary>Probably wrong; a person looks.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}
