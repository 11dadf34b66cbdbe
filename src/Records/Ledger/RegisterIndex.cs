using System.Diagnostics;
using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using Disclosure.Requests;

namespace Disclosure.Records.Ledger;

/// <summary>Where in the journal each case and year stands, at which version, and who has which number: what an append is checked against.</summary>
/// <remarks>
/// Held in memory and made while the journal is opened, because it decides whether a record may be written and must never lag behind.
/// Admitted records are held apart until they are on the disk, so that a second one in the same batch is checked against the first.
/// </remarks>
internal sealed class RegisterIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CaseTrail> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _order = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, RequestNumber Number), string> _numbers = [];
    private readonly Dictionary<(string Agency, int Year), int> _lastSerials = [];
    private readonly Dictionary<(string Agency, int Year), List<long>> _years = [];
    private readonly List<StoredRegisterRecord> _admitted = [];
    private readonly Dictionary<string, long> _admittedEntries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, RequestNumber Number), string> _admittedNumbers = [];
    private readonly HashSet<string> _admittedErasures = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, int Year), int> _admittedYears = [];

    /// <summary>How many cases hold text that was not erased.</summary>
    public int CasesWithText
    {
        get
        {
            lock (_gate)
                return _cases.Values.Count(trail => trail.HoldsText && trail.ErasedBy == 0);
        }
    }

    /// <summary>What is known of a case; null when there is none.</summary>
    public CaseTrail? Find(CaseId id)
    {
        lock (_gate)
            return _cases.TryGetValue(id.Value, out var trail) ? trail.Copy() : null;
    }

    public CaseId? Holder(AgencyCode agency, RequestNumber number)
    {
        lock (_gate)
            return _numbers.TryGetValue((agency.Value, number), out var id) ? CaseId.Parse(id) : null;
    }

    public RequestNumber Next(AgencyCode agency, int year)
    {
        lock (_gate)
            return new(year, _lastSerials.GetValueOrDefault((agency.Value, year)) + 1);
    }

    /// <summary>An agency's cases in the order they came; every agency's for null.</summary>
    public IReadOnlyList<CaseId> Cases(AgencyCode? agency)
    {
        lock (_gate)
        {
            var ids = agency is { } one ? _order.GetValueOrDefault(one.Value) ?? [] : _order.OrderBy(order => order.Key, StringComparer.Ordinal).SelectMany(order => order.Value);
            return [.. ids.Select(CaseId.Parse)];
        }
    }

    /// <summary>The records of a year, in order.</summary>
    public IReadOnlyList<long> Year(AgencyCode agency, int year)
    {
        lock (_gate)
            return [.. _years.GetValueOrDefault((agency.Value, year)) ?? []];
    }

    /// <summary>Whether a record may follow; then it counts as there until <see cref="Drop"/> or <see cref="Commit"/>. The reason when it may not.</summary>
    public Exception? Admit(StoredRegisterRecord record)
    {
        lock (_gate)
        {
            if (Refusal(record) is { } refusal)
                return refusal;
            Admitted(record);
            return null;
        }
    }

    /// <summary>The refusal a record would get now; for looking before a key is made.</summary>
    public Exception? Look(StoredRegisterRecord record)
    {
        lock (_gate)
            return Refusal(record);
    }

    public void Drop()
    {
        lock (_gate)
        {
            _admitted.Clear();
            _admittedEntries.Clear();
            _admittedNumbers.Clear();
            _admittedErasures.Clear();
            _admittedYears.Clear();
        }
    }

    /// <summary>Takes in what was admitted, now that it is on the disk.</summary>
    public void Commit(IReadOnlyList<JournalRecord> records)
    {
        lock (_gate)
        {
            if (records.Count != _admitted.Count)
                throw new UnreachableException("Every record of the register is admitted first.");
            foreach (var (record, stored) in records.Zip(_admitted))
                Take(stored, record.Seq);
            Drop();
        }
    }

    /// <summary>Takes in a record found in the journal.</summary>
    /// <exception cref="StoredShapeException">It cannot be read, or it could not have followed the records before it.</exception>
    public void Load(JournalRecord record)
    {
        var stored = RegisterShapes.Read(record);
        if (stored is not StoredCaseEntries)
            RegisterShapes.Prove(record, stored);
        lock (_gate)
        {
            if (stored.Agency != record.Stream)
                throw new StoredShapeException(record, new FormatException($"it is of agency '{stored.Agency}' in the stream of '{record.Stream}'."));
            if (RegisterShapes.Reading(record, () => Refusal(stored)) is { } refusal)
                throw new StoredShapeException(record, refusal);
            RegisterShapes.Reading(record, () => Take(stored, record.Seq));
        }
    }

    private Exception? Refusal(StoredRegisterRecord record) => record switch
    {
        StoredCaseEntries entries => entries.Cases.Select(one => RefusalOf(entries, one)).FirstOrDefault(refusal => refusal is not null),
        StoredCaseErased erased => RefusalOf(erased),
        StoredYearEntry entry => RefusalOf(entry),
        _ => throw new UnreachableException(),
    };

    private Exception? RefusalOf(StoredCaseEntries record, StoredCase one)
    {
        var trail = _cases.GetValueOrDefault(one.Case);
        var version = (trail?.Version ?? 0) + _admittedEntries.GetValueOrDefault(one.Case);
        if (version != one.After)
            return new JournalConflictException(one.Case, one.After, version);
        if (trail is not null && trail.Agency != record.Agency)
            return new ArgumentException($"Case {one.Case} belongs to agency {trail.Agency}, not to {record.Agency}.");
        if ((trail?.ErasedBy > 0 || _admittedErasures.Contains(one.Case)) && TextProbe.HoldsText(one))
            return new CaseErasedException(CaseId.Parse(one.Case));
        return NumbersOf(one).Select(number => RefusalOf(record, one, number)).FirstOrDefault(refusal => refusal is not null);
    }

    private NumberTakenException? RefusalOf(StoredCaseEntries record, StoredCase one, RequestNumber number)
    {
        var key = (record.Agency, number);
        var holder = _numbers.GetValueOrDefault(key)
            ?? _admittedNumbers.GetValueOrDefault(key)
            ?? record.Cases.FirstOrDefault(other => other.Case != one.Case && NumbersOf(other).Contains(number))?.Case;
        return holder is null || holder == one.Case ? null : new(AgencyCode.Parse(record.Agency), number, CaseId.Parse(holder));
    }

    private KeyNotFoundException? RefusalOf(StoredCaseErased erased) =>
        _cases.TryGetValue(erased.Case, out var trail) && trail.Agency == erased.Agency ? null : new($"Agency {erased.Agency} has no case {erased.Case} to erase.");

    private JournalConflictException? RefusalOf(StoredYearEntry entry)
    {
        var key = (entry.Agency, entry.Year);
        var version = (_years.GetValueOrDefault(key)?.Count ?? 0) + _admittedYears.GetValueOrDefault(key);
        return version == entry.After ? null : new(string.Create(CultureInfo.InvariantCulture, $"{entry.Agency} {entry.Year}"), entry.After, version);
    }

    private void Admitted(StoredRegisterRecord record)
    {
        _admitted.Add(record);
        switch (record)
        {
            case StoredCaseEntries entries:
                foreach (var one in entries.Cases)
                {
                    _admittedEntries[one.Case] = _admittedEntries.GetValueOrDefault(one.Case) + one.Entries.Count;
                    foreach (var number in NumbersOf(one))
                        _admittedNumbers[(entries.Agency, number)] = one.Case;
                }

                break;
            case StoredCaseErased erased:
                _admittedErasures.Add(erased.Case);
                break;
            case StoredYearEntry entry:
                _admittedYears[(entry.Agency, entry.Year)] = _admittedYears.GetValueOrDefault((entry.Agency, entry.Year)) + 1;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static IEnumerable<RequestNumber> NumbersOf(StoredCase one) => one.Entries.Select(entry => entry.Move.NumberTaken).OfType<string>().Select(RequestNumber.Parse);

    private bool Take(StoredRegisterRecord record, long seq)
    {
        switch (record)
        {
            case StoredCaseEntries entries:
                foreach (var one in entries.Cases)
                    Take(entries.Agency, one, seq);
                break;
            case StoredCaseErased erased:
                _cases[erased.Case].ErasedBy = seq;
                break;
            case StoredYearEntry entry:
                if (!_years.TryGetValue((entry.Agency, entry.Year), out var records))
                    _years[(entry.Agency, entry.Year)] = records = [];
                records.Add(seq);
                break;
            default:
                throw new UnreachableException();
        }

        return true;
    }

    private void Take(string agency, StoredCase one, long seq)
    {
        if (!_cases.TryGetValue(one.Case, out var trail))
        {
            _cases[one.Case] = trail = new(agency);
            if (!_order.TryGetValue(agency, out var order))
                _order[agency] = order = [];
            order.Add(one.Case);
        }

        trail.Records.Add(seq);
        trail.Version += one.Entries.Count;
        trail.HoldsText |= TextProbe.HoldsText(one);
        foreach (var number in NumbersOf(one))
        {
            _numbers[(agency, number)] = one.Case;
            _lastSerials[(agency, number.Year)] = Math.Max(number.Serial, _lastSerials.GetValueOrDefault((agency, number.Year)));
        }
    }
}

/// <summary>Where one case stands in the journal.</summary>
internal sealed class CaseTrail(string agency)
{
    public string Agency { get; } = agency;

    /// <summary>How many entries it has.</summary>
    public long Version { get; set; }

    /// <summary>The records that touch it, in order.</summary>
    public List<long> Records { get; private init; } = [];

    public bool HoldsText { get; set; }

    /// <summary>The record of its erasure; 0 while it is kept.</summary>
    public long ErasedBy { get; set; }

    public CaseTrail Copy() => new(Agency) { Version = Version, Records = [.. Records], HoldsText = HoldsText, ErasedBy = ErasedBy };
}
