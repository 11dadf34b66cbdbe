using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Records;

/// <summary>A request number belongs to another case; the caller asks for the next one and decides again.</summary>
public sealed class NumberTakenException(AgencyCode agency, RequestNumber number, CaseId holder)
    : Exception($"Number {number} of {agency} was given to case {holder} already; nothing was written. Take the next number and decide again.")
{
    public AgencyCode Agency { get; } = agency;

    public RequestNumber Number { get; } = number;

    public CaseId Holder { get; } = holder;
}

/// <summary>A case's key was destroyed: nothing personal is written into it any more.</summary>
public sealed class CaseErasedException(CaseId id)
    : Exception($"The personal data of case {id} were erased and it takes no new ones; nothing was written. Open a new case if the applicant applies again.")
{
    public CaseId Id { get; } = id;
}

/// <summary>The master key is missing, unusable or not the one the cases' keys were wrapped with. Nothing was changed.</summary>
public sealed class MasterKeyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A case's key is not where it must be, or does not open what was closed with it: damage, never to be read as erasure.</summary>
public sealed class CaseKeyDamagedException(string message, Exception? inner = null) : IOException(message, inner);
