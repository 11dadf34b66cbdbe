using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot;

/// <summary>The words of the register: states, moves, roles, and why a move was refused.</summary>
internal sealed partial class Phrases
{
    public string State(CaseState state) => Of($"CaseState.{state}");

    public string Move(MoveKind move) => Of($"CaseMove.{move}");

    public string Note(MoveNote note) => Of($"MoveNote.{note}");

    public string Basis(RemedyBasis basis) => Of($"RemedyBasis.{basis}");

    public string Roles(Roles roles) => string.Join(
        Language is Language.Zh ? "、" : ", ",
        Enum.GetValues<Roles>().Where(role => role is not Requests.Roles.None && roles.HasFlag(role)).Select(role => Of($"Role.{role}")));

    /// <summary>Why a move was refused and what to do, as one sentence.</summary>
    public string Refusal(Refusal refusal) =>
        Of($"Refusal.{refusal.Kind}", [.. refusal.With.Select(one => (one.Name, (object?)InWords(one.Name, one.Value)))]);

    private object InWords(string name, object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", _dates),
        CaseState state => State(state),
        MoveKind move => Move(move),
        Roles roles => Roles(roles),
        Outcome outcome => FormLabels.Of(RequestRows.Of(outcome)),
        OutcomeFact fact => Of($"CaseFact.{fact}"),
        string fact when name == "fact" => Of($"CaseFact.{fact}"),
        _ => value,
    };
}
