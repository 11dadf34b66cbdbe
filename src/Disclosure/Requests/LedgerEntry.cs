namespace Disclosure.Requests;

/// <summary>One line of the register (台账): a move that was lawful when it was made. A case is the fold of its entries.</summary>
/// <param name="Move">What was done, with the facts it brought.</param>
/// <param name="By">Who did it.</param>
/// <param name="On">The day it took effect: never later than the day it was recorded, never before the entry before it.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="Reason">Why it is back-dated; null when it is not.</param>
/// <remarks>What can be derived (a deadline, overdue, a count) is never part of the record; a mistake is mended by a new entry.</remarks>
public sealed record LedgerEntry(CaseMove Move, Actor By, DateOnly On, DateTimeOffset RecordedAt, PersonalText? Reason = null);
