using System.Reflection;
using Disclosure.Records.Journals;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>What lies in the register journal for ever: a difference here is a decision, not a detail.</summary>
public sealed class RegisterShapeTests
{
    private static readonly CaseId Case = CaseId.Parse("case-0001");
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    public static TheoryData<Type> CaseMoves => [.. AnyValue.KindsOf(typeof(CaseMove))];

    public static TheoryData<Type> YearMoves => [.. AnyValue.KindsOf(typeof(YearMove))];

    [Fact]
    public void The_stored_shapes_are_frozen()
    {
        var examples = new AnyValue(null);
        var nonce = (byte)0;
        using var seal = new CaseSeal(Case, Key, bytes => bytes.Fill(++nonce));
        var moves = AnyValue.KindsOf(typeof(CaseMove)).Select((kind, at) => (StoredRegisterRecord)Stored(examples.Entry(examples.CaseMove(kind)), seal, at));
        var years = AnyValue.KindsOf(typeof(YearMove)).Select((kind, at) => StoredYearEntry.From(Some.Town, 2025, at, new(examples.YearMove(kind), new("clerk-1", Roles.Clerk), new(2026, 1, 5), Some.Morning)));
        var erased = StoredCaseErased.From(Some.Town, new(Case, new("admin", Roles.Admin), Some.Morning, "档案法第…条"));

        var lines = moves.Concat(years).Append(erased).Select(RegisterShapes.Draft).Select(draft => $"{draft.Stream} {draft.Kind} {draft.Body}");
        Golden.Matches(string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void What_was_frozen_is_still_read()
    {
        var golden = File.ReadAllLines(Repository.PathTo("tests", "Records.Tests", "golden", $"{nameof(RegisterShapeTests)}.{nameof(The_stored_shapes_are_frozen)}.txt"));
        using var seal = new CaseSeal(Case, Key);
        var examples = new AnyValue(null);
        var expected = AnyValue.KindsOf(typeof(CaseMove)).Select(kind => AnyValue.Describe(examples.Entry(examples.CaseMove(kind))));

        var read = golden.Select(line => line.Split(' ', 3)).Where(part => part[1] == RegisterShapes.CaseEntries)
            .SelectMany(part => ((StoredCaseEntries)RegisterShapes.Read(Record(part[1], part[2]))).Cases.Single().ToEntries(seal))
            .Select(entry => AnyValue.Describe(entry));

        Assert.Equal(expected, read);
    }

    [Theory]
    [MemberData(nameof(CaseMoves))]
    public void Every_case_move_of_any_values_is_read_back_as_it_was(Type kind)
    {
        var seed = Environment.TickCount;
        var any = new AnyValue(new Random(seed));
        using var seal = new CaseSeal(Case, Key);
        for (var round = 0; round < 30; round++)
        {
            var entry = any.Entry(any.CaseMove(kind));

            var draft = RegisterShapes.Draft(Stored(entry, seal, round));
            var again = ((StoredCaseEntries)RegisterShapes.Read(Record(draft.Kind, draft.Body))).Cases.Single().ToEntries(seal).Single();

            Assert.True(AnyValue.Describe(entry) == AnyValue.Describe(again), $"seed {seed}\n{AnyValue.Describe(entry)}\n{AnyValue.Describe(again)}");
        }
    }

    [Theory]
    [MemberData(nameof(YearMoves))]
    public void Every_year_move_of_any_values_is_read_back_as_it_was(Type kind)
    {
        var seed = Environment.TickCount;
        var any = new AnyValue(new Random(seed));
        for (var round = 0; round < 30; round++)
        {
            var entry = new YearEntry(any.YearMove(kind), new("clerk-1", Roles.Clerk), new(2026, 1, 5), Some.Morning);

            var draft = RegisterShapes.Draft(StoredYearEntry.From(Some.Town, 2025, round, entry));
            var again = ((StoredYearEntry)RegisterShapes.Read(Record(draft.Kind, draft.Body))).ToEntry();

            Assert.True(AnyValue.Describe(entry) == AnyValue.Describe(again), $"seed {seed}\n{AnyValue.Describe(entry)}\n{AnyValue.Describe(again)}");
        }
    }

    [Theory]
    [MemberData(nameof(CaseMoves))]
    public void No_personal_text_of_any_move_is_stored_open(Type kind)
    {
        var examples = new AnyValue(null);
        using var seal = new CaseSeal(Case, Key);

        var body = RegisterShapes.Draft(Stored(examples.Entry(examples.CaseMove(kind)), seal, 0)).Body;
        var closed = ((StoredCaseEntries)RegisterShapes.Read(Record(RegisterShapes.CaseEntries, body))).Cases.Single().ToEntries(ClosedSeal.Instance).Single();

        var texts = Texts(closed);
        Assert.Contains("reason", texts);
        Assert.All(texts, text => Assert.DoesNotContain($":\"{text}\"", body, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "sung", "{}", "no such kind is known" },
        { "case-entries", "{}", "missing required properties" },
        { "case-entries", """{"agency":"town","cases":[],"mood":"good"}""", "mood" },
        { "case-entries", """{"agency":"town","cases":[{"case":"case-1","after":0,"entries":[{"move":{"is":"sing"},"by":{"id":"a","roles":[]},"on":"2025-03-04","recordedAt":"2025-03-04T09:00:00.0000000+08:00"}]}]}""", "sing" },
        { "case-entries", """{"agency":"town","cases":[{"case":"case-1","after":0,"entries":[{"move":{"is":"recall","why":"x"},"by":{"id":"a","roles":[]},"on":"2025-03-04","recordedAt":"2025-03-04T09:00:00.0000000+08:00"}]}]}""", "why" },
        { "case-entries", """{"agency":"town","cases":[{"case":"case-1","after":0,"entries":[{"move":{"is":"begin-review"},"by":{"id":"a","roles":[]},"on":"2025-03-04","recordedAt":"2025-03-04T09:00:00.0000000+08:00"}]}]}""", "assignee" },
        { "year-entry", """{"agency":"town","year":2025,"after":0,"move":null,"by":{"id":"a","roles":[]},"on":"2025-03-04","recordedAt":"2025-03-04T09:00:00.0000000+08:00"}""", "move" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_record_of_a_newer_version_or_of_none_is_named(string kind, string body, string what)
    {
        var exception = Assert.Throws<StoredShapeException>(() => RegisterShapes.Read(Record(kind, body)));

        Assert.StartsWith($"Record 9 ({kind}) cannot be read: ", exception.Message);
        Assert.Contains(what, exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("If a newer version of this program wrote it, use that version.", exception.Message);
    }

    [Fact]
    public void A_text_opens_in_its_own_place_only()
    {
        using var seal = new CaseSeal(Case, Key);
        using var other = new CaseSeal(CaseId.Parse("case-0002"), Key);
        var stored = seal.Close("1.application.name", "张三");

        Assert.Equal("张三", seal.Open("1.application.name", stored).Reveal());
        Assert.Throws<CaseKeyDamagedException>(() => seal.Open("1.application.contact", stored));
        Assert.Throws<CaseKeyDamagedException>(() => seal.Open("2.application.name", stored));
        Assert.Throws<CaseKeyDamagedException>(() => other.Open("1.application.name", stored));
        Assert.NotEqual(stored, seal.Close("1.application.name", "张三"));
    }

    [Fact]
    public void A_text_that_was_read_closed_is_not_written_again()
    {
        using var seal = new CaseSeal(Case, Key);

        var refusal = Assert.Throws<InvalidOperationException>(() => StoredCaseMove.From(new CaseMove.ReceiveCorrection(PersonalText.Closed), new(seal, "1")));

        Assert.Equal("The text at '1.corrected' was read closed and cannot be written.", refusal.Message);
    }

    private static StoredCaseEntries Stored(LedgerEntry entry, TextSeal seal, long after) => StoredCaseEntries.From(new(Some.Town, [new(Case, after, [entry])]), _ => seal);

    private static JournalRecord Record(string kind, string body) => new(9, "town", 1, Some.Morning, kind, body, "", "");

    /// <summary>The names of the fields that hold personal text: an example's text is its field's name.</summary>
    private static List<string> Texts(LedgerEntry closed)
    {
        var found = new List<string>();
        Walk(closed, "");
        return found;

        void Walk(object? value, string name)
        {
            if (value is PersonalText text)
            {
                Assert.True(text.IsClosed);
                found.Add(char.ToLowerInvariant(name[0]) + name[1..]);
            }
            else if (value is System.Collections.IEnumerable list and not string)
            {
                foreach (var one in list)
                    Walk(one, name);
            }
            else if (value?.GetType() is { IsClass: true, Namespace: "Disclosure.Requests" } type)
            {
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    Walk(property.GetValue(value), property.Name);
            }
        }
    }
}
