using System.Text.Json;
using CsCheck;
using Disclosure.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

/// <summary>What must hold after every entry of every lawful history (desk rules, invariants of the register).</summary>
public class CaseWalks
{
    private const int Steps = 250;

    private static readonly Gen<int> Seeds = Gen.Int[1, 1_000_000];

    [Fact]
    public void A_state_is_left_only_for_one_that_the_table_names() => Walk((_, step) =>
    {
        if (step.Before is { } before && step.After.State == before.State)
            return;
        var rule = Assert.Single(Moves.Table, rule => rule.Kind == MoveKinds.Of(step.Proposal.Move) && (step.Before is null ? rule.Begins : rule.From.Contains(step.Before.State)));

        Assert.Equal(rule.Id, step.Decision.Rule);
        Assert.Contains(step.After.State, rule.To);
    });

    [Fact]
    public void Replaying_the_entries_gives_the_same_case() => Walk((desk, step) =>
        Assert.Equal(Picture(step.After), Picture(RequestCase.Fold(step.Id, desk.Entries[step.Id]))));

    [Fact]
    public void There_is_at_most_one_correction_round_one_extension_and_one_fee() => Walk((desk, step) =>
    {
        var moves = desk.Entries[step.Id].Select(entry => entry.Move).ToList();

        Assert.True(moves.Count(move => move is CaseMove.RequestCorrection) <= 1);
        Assert.True(moves.Count(move => move is CaseMove.NotifyExtension) <= 1);
        Assert.True(moves.Count(move => move is CaseMove.RecordPayment or CaseMove.WaiveFee) <= 1);
    });

    [Fact]
    public void Nothing_is_sent_without_secrecy_review_and_every_signature_for_its_version() => Walk((desk, step) =>
    {
        if (step.Proposal.Move is not CaseMove.Send)
            return;
        var entries = desk.Entries[step.Id];
        var version = entries.FindLastIndex(entry => entry.Move is CaseMove.SubmitSecrecy);
        var since = entries.Skip(version).ToList();

        Assert.True(version > entries.FindLastIndex(entry => entry.Move is CaseMove.DraftDecision or CaseMove.Redraft));
        Assert.Single(since, entry => entry.Move is CaseMove.SecrecyPass);
        Assert.Equal(((CaseMove.SubmitSecrecy)entries[version].Move).LevelsRequired, since.Count(entry => entry.Move is CaseMove.Approve));
        Assert.DoesNotContain(since, entry => entry.Move is CaseMove.Return or CaseMove.SecrecyReturn or CaseMove.Unsign);
    });

    [Fact]
    public void Nobody_passes_or_signs_what_they_drafted_but_the_principal_leader_with_grounds() => Walk((desk, step) =>
    {
        if (step.Proposal.Move is not (CaseMove.Approve or CaseMove.SecrecyPass))
            return;
        var entries = desk.Entries[step.Id];
        var drafters = entries.Skip(entries.FindLastIndex(entry => entry.Move is CaseMove.DraftDecision)).Where(entry => entry.Move is CaseMove.DraftDecision or CaseMove.Redraft).Select(entry => entry.By.Id);

        Assert.True(!drafters.Contains(step.Proposal.By.Id) || (step.Proposal.By.Is(Roles.PrincipalLeader) && step.Proposal.Move is CaseMove.Approve { OverrideGrounds: not null }));
    });

    [Fact]
    public void Who_agrees_to_a_lapse_a_fee_or_a_correction_did_not_ask_for_it() => Walk((_, step) =>
    {
        if (step is { Proposal.Move: CaseMove.Countersign or CaseMove.ApproveExtension })
            Assert.NotEqual(step.Before!.Pending?.By.Id ?? step.Before.Extension!.AskedBy, step.Proposal.By.Id);
    });

    [Fact]
    public void A_deadline_moves_back_only_by_a_named_entry() => Walk((_, step) =>
    {
        var before = step.Before?.DeadlineOn(step.Today, Some.Rules)?.AnswerBy;
        var after = step.After.DeadlineOn(step.Today, Some.Rules)?.AnswerBy;
        if (after < before && step.After.IsOpen)
        {
            Assert.True(
                step.Proposal.Move is CaseMove.AmendReceiptDate or CaseMove.OpenRedecision or CaseMove.ConsultReturned or CaseMove.ConsultDelivered or CaseMove.ConsultSilent or CaseMove.DraftDecision { HoldsWaived: not null },
                $"{step.Proposal.Move} moved {before} back to {after}");
        }
    });

    [Fact]
    public void The_ledger_of_a_clock_counts_one_by_one_to_its_deadline() => Walk((_, step) =>
    {
        if (step.After.DeadlineOn(step.Today, Some.Rules) is not { } deadline)
            return;
        var numbers = deadline.Lines.Select(line => line.Number).OfType<int>().ToList();

        Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.True(pair.Second == pair.First + 1 || pair.Second == 1));
        Assert.True(deadline.AnswerBy is null || deadline.Lines[^1].Day == deadline.AnswerBy);
    });

    [Fact]
    public void An_open_case_has_a_running_clock_and_an_ended_one_has_not() => Walk((_, step) =>
        Assert.Equal(step.After.IsOpen, step.After.DeadlineOn(step.Today, Some.Rules) is { Standing: not ClockStanding.Ended }));

    [Fact]
    public void Every_year_new_and_carried_in_equal_results_and_carried_out_under_every_heading() => Walk((desk, step) =>
    {
        foreach (var year in Enumerable.Range(step.Today.Year - 1, 2))
        {
            foreach (var kind in Enum.GetValues<ApplicantKind>())
            {
                var cases = desk.Entries.Select(pair => Plain.Of(pair.Value)).Where(plain => plain.Counts && plain.Kind == kind).ToList();
                var counted = desk.Cases.Values.Select(one => one.Counted).OfType<CountedCase>().Where(one => one.Applicant == kind).ToList();

                var (news, carriedIn) = (counted.Count(one => one.ReceivedOn.Year == year), counted.Count(one => one.ReceivedOn.Year < year && !(one.DecidedOn?.Year < year)));
                var (results, carriedOut) = (cases.Count(one => one.ResultOn?.Year == year), counted.Count(one => one.ReceivedOn.Year <= year && !(one.DecidedOn?.Year <= year)));

                Assert.Equal(cases.Count, counted.Count);
                Assert.Equal(news + carriedIn, results + carriedOut);
            }
        }
    });

    [Fact]
    public void A_result_and_its_day_come_and_stay_together() => Walk((_, step) =>
    {
        if (step.After.Counted is not { } counted)
            return;
        Assert.Equal(counted.Outcome is null, counted.DecidedOn is null);
        Assert.True(counted.DecidedOn is null || counted.DecidedOn >= counted.ReceivedOn);
        Assert.True(step.Before?.DecidedOn is null || step.Before.DecidedOn == counted.DecidedOn);
    });

    [Fact]
    public void From_wherever_a_history_leads_every_case_can_be_brought_to_its_end() => Seeds.Sample(
        seed =>
        {
            var desk = new LawfulHistories(seed, Some.Rules, Some.Day("2025-09-01"));
            foreach (var step in desk.Walk().Take(60))
            {
                for (var moves = 0; !IsOver(desk.Cases[step.Id]); moves++)
                {
                    Assert.True(moves < 20, $"{step.Id} does not come to its end from {step.After.State}");
                    var (kind, by) = Onward(desk.Cases[step.Id]);
                    desk.Make(step.Id, kind, by);
                }
            }
        },
        iter: 40);

    [Fact]
    public void The_walks_lead_through_every_move_and_every_state()
    {
        var (moves, states) = (new HashSet<MoveKind>(), new HashSet<CaseState>());
        for (var seed = 1; seed <= 60; seed++)
        {
            foreach (var step in new LawfulHistories(seed, Some.Rules, Some.Day("2025-03-01")).Walk().Take(400))
            {
                moves.Add(MoveKinds.Of(step.Proposal.Move)!.Value);
                states.Add(step.After.State);
            }
        }

        Assert.Empty(Enum.GetValues<MoveKind>().Except(moves));
        Assert.Empty(CaseStates.All.Except(states));
    }

    private static bool IsOver(RequestCase one) => one.State is CaseState.Archived or CaseState.Withdrawn or CaseState.LapsedNoCorrection or CaseState.LapsedNoFee or CaseState.NotAnApplication;

    /// <summary>The next step towards the archive, without giving up.</summary>
    private static (MoveKind, Actor) Onward(RequestCase one) => one.State switch
    {
        CaseState.Submitted => (MoveKind.ConfirmRegister, LawfulPeople.Clerk),
        CaseState.Registered => (MoveKind.BeginReview, LawfulPeople.Clerk),
        CaseState.UnderReview => (MoveKind.BeginProcessing, LawfulPeople.Clerk),
        CaseState.AwaitingCorrection => (MoveKind.ReceiveCorrection, LawfulPeople.Clerk),
        CaseState.AwaitingReasons => (MoveKind.ReceiveReasons, LawfulPeople.Clerk),
        CaseState.Processing => (MoveKind.DraftDecision, LawfulPeople.Clerk),
        CaseState.AwaitingFee => (MoveKind.WaiveFee, LawfulPeople.Clerk),
        CaseState.DecisionDrafted => (MoveKind.SubmitSecrecy, LawfulPeople.Clerk),
        CaseState.SecrecyReview => (MoveKind.SecrecyPass, LawfulPeople.Secrecy),
        CaseState.InApproval => (MoveKind.Approve, LawfulPeople.Principal),
        CaseState.Approved => (MoveKind.Send, LawfulPeople.Clerk),
        CaseState.Answered => (MoveKind.Close, LawfulPeople.Clerk),
        CaseState.Closed => (MoveKind.Archive, LawfulPeople.Clerk),
        _ => throw new ArgumentOutOfRangeException(nameof(one)),
    };

    private static void Walk(Action<LawfulHistories, LawfulStep> check) => Seeds.Sample(
        seed =>
        {
            var desk = new LawfulHistories(seed, Some.Rules, Some.Day("2024-10-01"));
            foreach (var step in desk.Walk().Take(Steps))
                check(desk, step);
        },
        iter: 40);

    private static string Picture(RequestCase one) => JsonSerializer.Serialize(one) + string.Join('\n', one.ClockFactsBy(Some.Rules));

    /// <summary>A case counted straight from its lines, without the fold.</summary>
    private sealed record Plain(bool Counts, ApplicantKind Kind, DateOnly? ResultOn)
    {
        public static Plain Of(IReadOnlyList<LedgerEntry> entries)
        {
            var (registered, rehearsal, kind) = (false, false, default(ApplicantKind));
            DateOnly? result = null;
            CaseMove? asked = null;
            foreach (var entry in entries)
            {
                switch (entry.Move)
                {
                    case CaseMove.Submit submit:
                        (rehearsal, kind) = (submit.Rehearsal, submit.Application.Kind);
                        break;
                    case CaseMove.RegisterOnBehalf on:
                        (registered, rehearsal, kind) = (true, on.Rehearsal, on.Application.Kind);
                        break;
                    case CaseMove.BornOfSplit born:
                        (registered, rehearsal, kind) = (true, born.Rehearsal, born.Application.Kind);
                        break;
                    case CaseMove.ConfirmRegister:
                        registered = true;
                        break;
                    case CaseMove.TakenBackBySplit:
                        registered = false;
                        break;
                    case CaseMove.Send or CaseMove.Withdraw when registered:
                        result ??= entry.On;
                        break;
                    case CaseMove.Countersign when asked is CaseMove.LapseCorrection or CaseMove.LapseFee:
                        result ??= entry.On;
                        break;
                    case CaseMove.Countersign when asked is CaseMove.CorrectRecord correct:
                        kind = correct.Applicant ?? kind;
                        break;
                    case CaseMove.LapseCorrection or CaseMove.LapseFee or CaseMove.CorrectRecord or CaseMove.ReceiveCorrection or CaseMove.IssueFeeNotice:
                        asked = entry.Move;
                        break;
                }
            }

            return new(registered && !rehearsal, kind, result);
        }
    }
}
