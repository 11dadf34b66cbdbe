using Disclosure.Requests;

namespace Disclosure.Bot.Export;

/// <summary>A request of the year in the exported register (台账): how it was handled, and nothing about who asked for what.</summary>
/// <param name="Agency">The organ's name; shown when rows of several stand together.</param>
/// <param name="Applicant">The heading of table three, the only thing said about the applicant.</param>
/// <param name="AnswerBy">The last day for the answer; null while the clock stands or when it cannot be told.</param>
/// <param name="Provisional">暂定: the day was counted through a year without a published calendar.</param>
internal sealed record RegisterRow(
    string Agency,
    RequestNumber Number,
    ApplicantKind Applicant,
    Channel Channel,
    DateOnly ReceivedOn,
    DateOnly? AnswerBy,
    bool Provisional,
    Outcome? Outcome,
    DateOnly? DecidedOn,
    CaseState State);
