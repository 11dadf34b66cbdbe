using Disclosure.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

/// <summary>One case told move by move: received on 20 May 2025, so that 7 working days end on 29 May and 20 on 18 June.</summary>
internal sealed class Story
{
    private static readonly CaseId Id = CaseId.Parse("case-0001");

    private readonly Dictionary<CaseId, RequestCase> _children = [];

    private RequestCase? _case;

    public RequestCase Case => _case!;

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    private readonly List<LedgerEntry> _entries = [];

    public Dictionary<CaseId, RequestCase> Children => _children;

    public DeskRules Rules { get; init; } = Some.Rules;

    public HashSet<int> LockedYears { get; init; } = [];

    public static Story Begun => new();

    public static Story Submitted => Begun.Then("2025-05-19", LawfulPeople.Applicant, new CaseMove.Submit(Some.Agency, Some.Application, Channel.Online));

    public static Story Registered => Begun.Then("2025-05-20", LawfulPeople.Clerk, OnBehalf());

    public static Story UnderReview => Registered.Then("2025-05-21", LawfulPeople.Clerk, new CaseMove.BeginReview("clerk-1"));

    public static Story Processing => UnderReview.Then("2025-05-22", LawfulPeople.Clerk, new CaseMove.BeginProcessing("民政办"));

    public static Story Consulting => Processing.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.ConsultThirdParty(1, Some.Text, "征求1号"));

    public static Story Drafted => Processing.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.DraftDecision(Outcome.Granted, Granted));

    public static Story InSecrecyReview => Drafted.Then("2025-05-27", LawfulPeople.Clerk, new CaseMove.SubmitSecrecy(3));

    public static Story InApproval => InSecrecyReview.Then("2025-05-28", LawfulPeople.Secrecy, new CaseMove.SecrecyPass());

    public static Story Approved => InApproval
        .Then("2025-05-29", LawfulPeople.DeptHead, new CaseMove.Approve())
        .Then("2025-05-29", LawfulPeople.Deputy, new CaseMove.Approve())
        .Then("2025-05-29", LawfulPeople.Principal, new CaseMove.Approve());

    public static Story Answered => Approved.Then("2025-05-30", LawfulPeople.Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件1"));

    public static Story Closed => Answered.Then("2025-06-03", LawfulPeople.Clerk, new CaseMove.Close());

    public static Story Archived => Closed.Then("2025-06-04", LawfulPeople.Clerk, new CaseMove.Archive());

    public static Story AwaitingCorrection => UnderReview.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.RequestCorrection(Some.Text, Some.Day("2025-06-10"), "补正1号"));

    public static Story Corrected => AwaitingCorrection.Then("2025-06-06", LawfulPeople.Clerk, new CaseMove.ReceiveCorrection(Some.Text));

    public static Story AwaitingReasons => UnderReview.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.AskReasons(30, Some.Day("2025-06-05"), "理由1号"));

    public static Story FeeAsked => Processing.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 100, "收费1号"));

    public static Story AwaitingFee => FeeAsked.Then("2025-05-27", LawfulPeople.Head, new CaseMove.Countersign());

    public static Story ExtensionAsked => Processing.Then("2025-06-10", LawfulPeople.Clerk, new CaseMove.RequestExtension(20, Some.Text));

    public static Story ExtensionApproved => ExtensionAsked.Then("2025-06-11", LawfulPeople.Head, new CaseMove.ApproveExtension());

    public static Story Split => UnderReview.Then("2025-05-23", LawfulPeople.Clerk, new CaseMove.Split([Part(2), Part(3)]));

    public static Story Reconsidered => Closed
        .Then("2025-07-01", LawfulPeople.Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-06-30")))
        .Then("2025-08-01", LawfulPeople.Clerk, new CaseMove.DecideRemedy(1, RemedyResult.Corrected));

    public static Story Redeciding => Reconsidered.Then("2025-08-04", LawfulPeople.Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-29")));

    public static Story Withdrawn => Processing.Then("2025-05-26", LawfulPeople.Clerk, new CaseMove.Withdraw(Some.Text));

    public static Story LapsedNoCorrection => AwaitingCorrection
        .Then("2025-06-11", LawfulPeople.Clerk, new CaseMove.LapseCorrection())
        .Then("2025-06-12", LawfulPeople.Head, new CaseMove.Countersign());

    public static Story LapsedNoFee => AwaitingFee
        .Then("2025-05-28", LawfulPeople.Clerk, new CaseMove.RecordFeeDelivery("邮件2"))
        .Then("2025-06-27", LawfulPeople.Clerk, new CaseMove.LapseFee())
        .Then("2025-06-27", LawfulPeople.Head, new CaseMove.Countersign());

    public static Story NotAnApplication => Submitted.Then("2025-05-20", LawfulPeople.Clerk, new CaseMove.AgreeNotApplication(Some.Text));

    public static IReadOnlyDictionary<CaseState, Func<Story>> At { get; } = new Dictionary<CaseState, Func<Story>>
    {
        [CaseState.Submitted] = () => Submitted,
        [CaseState.Registered] = () => Registered,
        [CaseState.UnderReview] = () => UnderReview,
        [CaseState.AwaitingCorrection] = () => AwaitingCorrection,
        [CaseState.AwaitingReasons] = () => AwaitingReasons,
        [CaseState.Processing] = () => Processing,
        [CaseState.AwaitingFee] = () => AwaitingFee,
        [CaseState.DecisionDrafted] = () => Drafted,
        [CaseState.SecrecyReview] = () => InSecrecyReview,
        [CaseState.InApproval] = () => InApproval,
        [CaseState.Approved] = () => Approved,
        [CaseState.Answered] = () => Answered,
        [CaseState.Closed] = () => Closed,
        [CaseState.Archived] = () => Archived,
        [CaseState.Withdrawn] = () => Withdrawn,
        [CaseState.LapsedNoCorrection] = () => LapsedNoCorrection,
        [CaseState.LapsedNoFee] = () => LapsedNoFee,
        [CaseState.NotAnApplication] = () => NotAnApplication,
    };

    public static OutcomeFacts Granted { get; } = new(What: Some.Text, Where: Some.Text);

    public static CaseMove.RegisterOnBehalf OnBehalf(Channel channel = Channel.InPerson, string arrived = "2025-05-20", string received = "2025-05-20", int year = 2025) =>
        new(Some.Agency, new(year, 1), Some.Application, channel, Some.Day(arrived), Some.Day(received));

    public static SplitPart Part(int serial, int year = 2025) => new(CaseId.Parse($"case-{serial:0000}"), new(year, serial), Some.Text);

    /// <summary>The move is lawful and made on its day at nine in the morning.</summary>
    public Story Then(string day, Actor by, CaseMove move)
    {
        var decision = Try(day, by, move);
        var accepted = Assert.IsType<Decision.Accepted>(decision, exactMatch: false);
        foreach (var (id, _, _, entries) in accepted.Cases)
        {
            foreach (var entry in entries)
            {
                if (id == Id)
                {
                    _entries.Add(entry);
                    _case = _case is null ? RequestCase.Begin(id, entry) : _case.With(entry);
                }
                else
                {
                    _children[id] = _children.TryGetValue(id, out var child) ? child.With(entry) : RequestCase.Begin(id, entry);
                }
            }
        }

        return this;
    }

    /// <summary>Asks without making it.</summary>
    /// <param name="on">The day it took effect, when that is not the day it is asked.</param>
    public Decision Try(string today, Actor by, CaseMove move, string? on = null, string? reason = null, int minutes = 0) => Moves.Decide(
        Id, _case, new(move, by, Some.Day(on ?? today), reason is null ? null : PersonalText.Of(reason)), On(today, minutes), [.. _children.Values]);

    public IReadOnlyList<MoveKind> Allowed(string today, Actor by) => Moves.AllowedNow(_case, by, On(today), [.. _children.Values]);

    private DeskDay On(string today, int minutes = 0) => Some.DeskDay(today) with { Now = Some.DeskDay(today).Now.AddMinutes(minutes), Rules = Rules, LockedYears = LockedYears };
}
