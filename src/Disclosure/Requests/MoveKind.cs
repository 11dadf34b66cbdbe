using System.Collections.Frozen;

namespace Disclosure.Requests;

/// <summary>The moves people (and the program's timers) can make, named as in <see cref="CaseMove"/>: what a screen puts on its buttons.</summary>
/// <remarks>The birth and the taking back of a child are missing on purpose: they only ever follow from a split.</remarks>
public enum MoveKind
{
    Submit,
    Recall,
    ConfirmRegister,
    RecordUnreachable,
    AgreeNotApplication,
    RegisterOnBehalf,
    AmendReceiptDate,
    BeginReview,
    RequestCorrection,
    ReceiveCorrection,
    LapseCorrection,
    AskReasons,
    ReceiveReasons,
    BeginProcessing,
    Split,
    UndoSplit,
    ConsultThirdParty,
    ConsultAgency,
    ConsultDelivered,
    ConsultReturned,
    ConsultSilent,
    RequestExtension,
    ApproveExtension,
    NotifyExtension,
    IssueFeeNotice,
    RecordFeeDelivery,
    RecordPayment,
    WaiveFee,
    LapseFee,
    DraftDecision,
    Redraft,
    SubmitSecrecy,
    SecrecyPass,
    SecrecyReturn,
    Approve,
    Return,
    Unsign,
    Send,
    DeliveryUnknown,
    DeliveryFailed,
    RecordDelivery,
    Close,
    Archive,
    Withdraw,
    CorrectRecord,
    Reassign,
    Countersign,
    DeclineToSign,
    OpenRemedy,
    DecideRemedy,
    OpenRedecision,
}

public static class MoveKinds
{
    private static readonly FrozenDictionary<Type, MoveKind> Kinds = typeof(CaseMove).GetNestedTypes()
        .Where(type => Enum.IsDefined(typeof(MoveKind), type.Name))
        .ToFrozenDictionary(type => type, type => Enum.Parse<MoveKind>(type.Name));

    /// <summary>The kind of a move; null for what only follows from a split.</summary>
    public static MoveKind? Of(CaseMove move) => Kinds.TryGetValue(move.GetType(), out var kind) ? kind : null;
}
