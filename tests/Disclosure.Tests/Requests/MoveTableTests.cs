using System.Text;
using Disclosure.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

/// <summary>The table of moves, asked in every state for every move by every role.</summary>
public class MoveTableTests
{
    private const string Today = "2025-06-27";

    private static readonly PersonalText Text = Some.Text;

    /// <summary>One of each kind; whether its facts fit a case does not matter here.</summary>
    private static readonly CaseMove[] OfEachKind =
    [
        new CaseMove.Submit(Some.Agency, Some.Application, Channel.Online), new CaseMove.Recall(), new CaseMove.ConfirmRegister(new(2025, 1), Text), new CaseMove.RecordUnreachable(Text),
        new CaseMove.AgreeNotApplication(Text), Story.OnBehalf(), new CaseMove.AmendReceiptDate(Some.Day("2025-05-19"), Text), new CaseMove.BeginReview("clerk-1"),
        new CaseMove.RequestCorrection(Text, Some.Day("2025-07-10"), "补正1号", Text), new CaseMove.ReceiveCorrection(Text), new CaseMove.LapseCorrection(), new CaseMove.AskReasons(30, Some.Day("2025-07-10"), "理由1号"),
        new CaseMove.ReceiveReasons(Text), new CaseMove.BeginProcessing("民政办"), new CaseMove.Split([Story.Part(2)]), new CaseMove.UndoSplit(), new CaseMove.ConsultThirdParty(1, Text, "征求1号"),
        new CaseMove.ConsultAgency(1, "县水利局", "征求1号"), new CaseMove.ConsultDelivered(1), new CaseMove.ConsultReturned(1, true, Text), new CaseMove.ConsultSilent(1), new CaseMove.RequestExtension(5, Text),
        new CaseMove.ApproveExtension(), new CaseMove.NotifyExtension("延期1号"), new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 100, "收费1号"), new CaseMove.RecordFeeDelivery("邮件"), new CaseMove.RecordPayment(100, "票据"),
        new CaseMove.WaiveFee(Text), new CaseMove.LapseFee(), new CaseMove.DraftDecision(Outcome.Granted, Story.Granted), new CaseMove.Redraft(Outcome.Granted, Story.Granted), new CaseMove.SubmitSecrecy(1),
        new CaseMove.SecrecyPass(), new CaseMove.SecrecyReturn(Text), new CaseMove.Approve(), new CaseMove.Return(Text), new CaseMove.Unsign(Text), new CaseMove.Send("答复1号", DeliveryRoute.Handed, "签收"),
        new CaseMove.DeliveryUnknown("答复1号"), new CaseMove.DeliveryFailed("答复1号"), new CaseMove.RecordDelivery("签收"), new CaseMove.Close(), new CaseMove.Archive(), new CaseMove.Withdraw(Text),
        new CaseMove.CorrectRecord(null, null, ApplicantKind.CommercialEnterprise, Text), new CaseMove.Reassign("clerk-2"), new CaseMove.Countersign(), new CaseMove.DeclineToSign(Text),
        new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-06-26")), new CaseMove.DecideRemedy(1, RemedyResult.Upheld), new CaseMove.OpenRedecision(1, Some.Day("2025-07-30")),
    ];

    public static TheoryData<CaseState> States => [.. CaseStates.All];

    [Fact]
    public void Every_move_has_a_name_in_the_table() =>
        Assert.Equal(typeof(CaseMove).GetNestedTypes().Select(type => type.Name).Order(), [.. Enum.GetNames<MoveKind>().Append(nameof(CaseMove.BornOfSplit)).Append(nameof(CaseMove.TakenBackBySplit)).Order()]);

    [Fact]
    public void Every_move_stands_in_the_table() =>
        Assert.Equal(Enum.GetValues<MoveKind>(), Moves.Table.Select(rule => rule.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(States))]
    public void In_every_state_every_move_by_every_role_is_refused_unless_the_table_has_it(CaseState state)
    {
        foreach (var move in OfEachKind)
        {
            var kind = MoveKinds.Of(move)!.Value;
            var rule = Moves.Table.FirstOrDefault(one => one.Kind == kind && one.From.Contains(state));
            foreach (var role in Enum.GetValues<Roles>())
            {
                var why = (Story.At[state]().Try(Today, new(role is Roles.Applicant ? "applicant-1" : "someone", role), move) as Decision.Rejected)?.Why.Kind;

                if (kind is MoveKind.Submit or MoveKind.RegisterOnBehalf)
                    Assert.Equal(RefusalKind.CaseExists, why);
                else if (role is Roles.Applicant && Story.At[state]().Case.Submitter is null)
                    Assert.Equal(RefusalKind.NotYourCase, why);
                else if (rule is null)
                    Assert.Equal(RefusalKind.NotFromThisState, why);
                else if ((rule.Who & role) == 0)
                    Assert.Equal(RefusalKind.NotYourPart, why);
                else
                    Assert.NotEqual(RefusalKind.NotFromThisState, why);
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_story_of_a_state_ends_in_it(CaseState state) => Assert.Equal(state, Story.At[state]().Case.State);

    [Fact]
    public void Neither_the_system_nor_an_administrator_nor_the_county_decides_anything()
    {
        Assert.Equal([MoveKind.ConsultSilent, MoveKind.DeliveryUnknown, MoveKind.DeliveryFailed], Moves.Table.Where(rule => (rule.Who & Roles.System) != 0).Select(rule => rule.Kind));
        Assert.DoesNotContain(Moves.Table, rule => (rule.Who & (Roles.Admin | Roles.Supervisor)) != 0);
    }

    [Fact]
    public void From_every_state_a_last_one_can_be_reached()
    {
        CaseState[] last = [CaseState.Archived, CaseState.Withdrawn, CaseState.LapsedNoCorrection, CaseState.LapsedNoFee, CaseState.NotAnApplication];
        var ending = last.ToHashSet();
        for (var known = 0; known < ending.Count;)
        {
            known = ending.Count;
            ending.UnionWith(CaseStates.All.Where(state => Moves.Table.Any(rule => rule.From.Contains(state) && rule.To.Any(ending.Contains))));
        }

        Assert.Empty(CaseStates.All.Except(ending));
    }

    [Fact]
    public void The_whole_table_by_state()
    {
        var text = new StringBuilder("起始\n");
        Lines(text, Moves.Table.Where(rule => rule.Begins));
        foreach (var state in CaseStates.All)
        {
            text.Append(Words.Of(state)).Append('\n');
            Lines(text, Moves.Table.Where(rule => rule.From.Contains(state)));
        }

        Golden.Matches(text.ToString());
    }

    [Fact]
    public void What_each_person_is_offered_in_each_state_at_the_end_of_june()
    {
        var text = new StringBuilder("收到之日 2025-05-20，答复期限 2025-06-18，今天 2025-06-27\n");
        foreach (var state in CaseStates.All)
        {
            text.Append(Words.Of(state)).Append('\n');
            foreach (var by in (Actor[])[LawfulPeople.Applicant, LawfulPeople.Clerk, LawfulPeople.DeptHead, LawfulPeople.Head, LawfulPeople.Secrecy, LawfulPeople.Deputy, LawfulPeople.Principal, Actor.System, LawfulPeople.Admin])
            {
                var offered = Story.At[state]().Allowed(Today, by);
                if (offered.Count > 0)
                    text.Append("    ").Append(Words.Of(by.Roles)).Append('：').AppendJoin('、', offered.Select(Words.Of)).Append('\n');
            }
        }

        Golden.Matches(text.ToString());
    }

    private static void Lines(StringBuilder text, IEnumerable<MoveRule> rules)
    {
        var any = false;
        foreach (var rule in rules)
        {
            text.Append("    ").Append(rule.Id).Append(' ').Append(Words.Of(rule.Kind)).Append(" ｜ ").Append(Words.Of(rule.Who));
            text.Append(rule.To.Count == 0 ? " ｜ 状态不变" : " ｜ → " + string.Join('、', rule.To.Select(Words.Of))).Append('\n');
            any = true;
        }

        if (!any)
            text.Append("    （无）\n");
    }
}
