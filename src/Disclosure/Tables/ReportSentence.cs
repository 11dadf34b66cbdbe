namespace Disclosure.Tables;

/// <summary>Gives the sentence of a key with its blanks filled; the sentences of a report stand beside all others for people, not in the code.</summary>
public delegate string ReportSentence(string key, params ReadOnlySpan<(string Name, object? Value)> values);
