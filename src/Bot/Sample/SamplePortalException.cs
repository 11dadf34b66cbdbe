namespace Disclosure.Bot.Sample;

/// <summary>The sample portal cannot be built or started; the message says where and what to do, and is meant for the operator.</summary>
public sealed class SamplePortalException(string message, Exception? inner = null) : Exception(message, inner);
