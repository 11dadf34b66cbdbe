namespace Disclosure.Requests;

/// <summary>What an outcome must rest on; each row of table three asks for some of it, and a draft without what its row asks is refused.</summary>
/// <param name="What">What is given, or what of the request is refused.</param>
/// <param name="Where">Where it is published or obtainable, or which channel was told.</param>
/// <param name="Law">The law and article that forbids disclosure.</param>
/// <param name="Grounds">The reasons the answer gives.</param>
/// <param name="Category">Which of the kinds the article lists (人事管理, 过程稿, …).</param>
/// <param name="Record">The paper it rests on: classification, secrecy opinion, leader's record, case file number.</param>
/// <param name="Search">Who searched, where, with which terms, when (本机关不掌握).</param>
/// <param name="Holder">Who holds the information, as far as that can be told.</param>
/// <param name="EarlierRequest">The answered request this one repeats.</param>
/// <param name="PartGrounds">The refusal rows a partial answer's withheld parts rest on; they decide its remedy clause.</param>
public sealed record OutcomeFacts(
    PersonalText? What = null,
    PersonalText? Where = null,
    string? Law = null,
    PersonalText? Grounds = null,
    string? Category = null,
    string? Record = null,
    PersonalText? Search = null,
    string? Holder = null,
    RequestNumber? EarlierRequest = null,
    IReadOnlyList<Outcome>? PartGrounds = null);
