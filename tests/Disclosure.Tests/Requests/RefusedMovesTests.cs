using System.Text;
using Disclosure.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

public class RefusedMovesTests
{
    public static TheoryData<string> Names => [.. RefusedMoves.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_may_not_be_done_is_refused_for_its_own_reason(string name)
    {
        var refused = RefusedMoves.All.Single(one => one.Name == name);

        var decision = Assert.IsType<Decision.Rejected>(refused.Try(), exactMatch: false);

        Assert.Equal(refused.Kind, decision.Why.Kind);
    }

    [Fact]
    public void Every_reason_for_refusing_is_met_by_a_case() =>
        Assert.Empty(Enum.GetValues<RefusalKind>().Except(RefusedMoves.All.Select(one => one.Kind)));

    [Fact]
    public void A_refusal_says_in_one_sentence_what_to_do_and_names_what_may_be_done()
    {
        var text = new StringBuilder();
        foreach (var refused in RefusedMoves.All)
        {
            var decision = (Decision.Rejected)refused.Try();
            text.Append(refused.Name).Append('（').Append(Words.Of(refused.By.Roles)).Append("）\n    ").Append(Words.Of(decision.Why)).Append('\n');
            text.Append("    可以办理：").Append(Offered(decision.Allowed)).Append('\n');
        }

        Golden.Matches(text.ToString());
    }

    private static string Offered(IReadOnlyList<MoveKind> moves) => moves.Count == 0 ? "无" : string.Join('、', moves.Select(Words.Of));
}
