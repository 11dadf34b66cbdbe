using System.Text;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

public class OutcomesTests
{
    [Fact]
    public void Every_row_has_its_rule_in_the_forms_order() => Assert.Equal(Enum.GetValues<Outcome>(), Outcomes.All.Select(rule => rule.Outcome));

    [Fact]
    public void Each_row_says_what_it_rests_on_and_which_remedies_it_names()
    {
        DateOnly[] days = [Some.Day("2023-12-31"), Some.Day("2024-01-01"), Some.Day("2025-06-01")];
        var text = new StringBuilder();
        foreach (var rule in Outcomes.All)
        {
            text.Append(rule.Code).Append(' ').Append(FormLabels.GroupOf(RequestRows.Of(rule.Outcome))).Append(FormLabels.Of(RequestRows.Of(rule.Outcome))).Append(" ｜ ").Append(rule.Article).Append('\n');
            text.Append("    needs ").AppendJoin(", ", rule.Facts).Append(rule.After is OutcomeAfter.Nothing ? "" : $"; after {rule.After}").Append(rule.InReview ? "; in review" : "").Append('\n');
            foreach (var day in days)
            {
                var clause = RemedyClause.For(rule.Outcome, [Outcome.RefusedInternal], day, DeliveryRoute.Online);
                text.Append(FormattableString.Invariant($"    {day:yyyy-MM-dd} {clause.Kind}{(clause.NamesOnlineRoute ? " + online" : "")}：")).AppendJoin('；', clause.Basis).Append('\n');
            }
        }

        Golden.Matches(text.ToString());
    }

    [Theory]
    [InlineData(RemedyClauseKind.ReviewFirstForPart, Outcome.RefusedProcess)]
    [InlineData(RemedyClauseKind.ReviewFirstForPart, Outcome.UnableNotHeld, Outcome.RefusedStateSecret)]
    [InlineData(RemedyClauseKind.Either, Outcome.RefusedRegistryQuery, Outcome.UnableNotHeld)]
    public void A_partial_answer_goes_to_review_first_for_what_it_refuses_under_articles_14_to_16(RemedyClauseKind kind, params Outcome[] grounds) =>
        Assert.Equal(kind, RemedyClause.For(Outcome.PartlyGranted, grounds, Some.Day("2025-06-30"), DeliveryRoute.Handed).Kind);

    [Fact]
    public void The_clause_of_a_partial_answer_without_grounds_is_not_guessed() =>
        Assert.Throws<ArgumentException>(() => RemedyClause.For(Outcome.PartlyGranted, [], Some.Day("2025-06-30"), DeliveryRoute.Handed));

    [Fact]
    public void A_withdrawn_request_names_no_remedy_and_an_answered_one_names_it_by_the_day_of_the_answer()
    {
        Assert.Equal(RemedyClauseKind.None, Story.Withdrawn.Case.RemedyClauseBy(Some.Rules)!.Kind);
        Assert.Equal(RemedyClauseKind.Either, Story.Answered.Case.RemedyClauseBy(Some.Rules)!.Kind);
        Assert.Null(Story.Processing.Case.RemedyClauseBy(Some.Rules));
    }

    [Theory]
    [InlineData("2023-12-31", RemedyClauseKind.Either)]
    [InlineData("2024-01-01", RemedyClauseKind.ReviewFirst)]
    public void No_answer_in_time_goes_to_review_first_since_2024(string day, RemedyClauseKind kind) => Assert.Equal(kind, RemedyClause.ForSilence(Some.Day(day)).Kind);
}
