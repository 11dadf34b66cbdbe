using System.Text.Json;
using Disclosure.Columns;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>What lies in the journals for ever: a difference here is a decision, not a detail.</summary>
public sealed class StoredShapeTests
{
    private static readonly AuditEntry[] Entries =
    [
        new RunStarted(Some.Town, Some.Morning, "20250304T010000Z", new(2025, 3, 4), 57),
        new ColumnLooked(
            Some.Town,
            Some.Morning.AddTicks(1234567),
            "20250304T010000Z",
            ColumnId.Parse("通知公告"),
            "通知公告",
            true,
            new(Verdict.DueSoon, Reason.TurnsStaleSoon, new(2024, 9, 10), new(2025, 3, 11), 7, "rows:ul.list"),
            new(200, false),
            new("http://p/a", "https://p/a/", Some.Morning, 200, "ab12", "rows:ul.list", "  首行\n\"次行\" <b>", "<urn:uuid:0>"),
            0,
            [new("关于清明节放假的通知", "https://p/a/1.html", new(2024, 9, 10), DateOrigin.Shown, new(2024, 9, 9)), new("无日期", "https://p/a/2.html", null, DateOrigin.None)],
            [new(NoteKind.DateFarFromAddress, "https://p/a/1.html", "1 day")],
            new(ColumnId.Parse("通知公告"), "通知公告", new(Verdict.Unreachable, Reason.TimedOut, null, null, null), new(Verdict.Fresh, Reason.WithinWindow, new(2024, 9, 1), new(2025, 3, 2), 12), 2)),
        new ColumnLooked(Some.Town, Some.Morning, "r", ColumnId.Parse("a"), "a", false, new(Verdict.Unreachable, Reason.TimedOut, null, null, null), null, null, 3, [], [], null),
        new HomeProbed(Some.Town, Some.Morning, "http://p/", false, new TimeSpan(0, 0, 0, 15, 1), "timed out", null),
        new HomeProbed(Some.Town, Some.Morning, "http://p/", true, TimeSpan.FromTicks(12345678), "", new(2025, 3, 3)),
        new AlertRaised(Some.Town, Some.Morning, "stale/a", "Stale", "栏目半年以上未更新"),
        new RunFinished(Some.Town, Some.Morning.AddMinutes(3), "20250304T010000Z"),
    ];

    [Fact]
    public void The_stored_shapes_are_frozen() =>
        Golden.Matches(string.Join('\n', Entries.Select(AuditShapes.Draft).Select(draft => $"{draft.Stream} {draft.Kind} {draft.Body}")) + "\n");

    [Fact]
    public void Every_entry_is_read_back_as_it_was()
    {
        foreach (var entry in Entries)
        {
            var draft = AuditShapes.Draft(entry);
            var again = AuditShapes.Entry(Record(draft.Kind, draft.Body));

            Assert.Equal(draft, AuditShapes.Draft(again));
            Assert.Equivalent(entry, again, strict: true);
        }
    }

    [Fact]
    public void Every_kind_of_audit_entry_has_a_stored_shape_here() => Assert.Equal(
        typeof(AuditEntry).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AuditEntry))).Select(type => type.Name).Order(),
        Entries.Select(entry => entry.GetType().Name).Distinct().Order());

    [Theory]
    [InlineData("run-started", "{}")]
    [InlineData("run-finished", """{"agency":"town","at":"yesterday","run":"r"}""")]
    [InlineData("run-finished", """{"agency":null,"at":"2025-03-04T09:00:00.0000000+08:00","run":"r"}""")]
    [InlineData("alert-raised", "[]")]
    [InlineData("sung", "{}")]
    public void A_record_that_cannot_be_read_is_named(string kind, string body)
    {
        var exception = Assert.Throws<StoredShapeException>(() => AuditShapes.Entry(Record(kind, body)));

        Assert.StartsWith($"Record 9 ({kind}) cannot be read: ", exception.Message);
    }

    [Fact]
    public void An_enum_is_stored_by_name_and_a_number_is_none()
    {
        Assert.Equal(Verdict.Stale, StoredText.Name<Verdict>("Stale"));
        Assert.Throws<FormatException>(() => StoredText.Name<Verdict>("2"));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoredText.Of((Verdict)99));
        Assert.Throws<JsonException>(() => StoredJson.Read("null", StoredJson.Text.StoredRun));
    }

    private static JournalRecord Record(string kind, string body) => new(9, "town", 1, Some.Morning, kind, body, "", "");
}
