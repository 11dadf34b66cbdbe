using System.Text.RegularExpressions;
using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Deadlines;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Time;

namespace Disclosure.Bot.Tests;

public partial class PhrasesTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_verdict_kind_and_note_has_a_name(Language language)
    {
        var phrases = Phrases.In(language);

        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotEqual("", phrases.Verdict(verdict)));
        Assert.All(Enum.GetValues<ColumnKind>(), kind => Assert.NotEqual("", phrases.Kind(kind)));
        Assert.All(Enum.GetValues<NoteKind>(), kind => Assert.NotEqual("", phrases.Note(kind)));
        Assert.All(Enum.GetValues<Disclosure.Auditor.Discover.Doubt>(), doubt => Assert.NotEqual("", phrases.Doubt(doubt)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reason_is_one_sentence_with_nothing_left_open(Language language)
    {
        var column = Some.Column("c", "通知公告", ColumnKind.Notice, null, "已归档专题");

        foreach (var reason in Enum.GetValues<Reason>())
        {
            var sentence = Phrases.In(language).Reason(column, new(Verdict.Stale, reason, new(2026, 5, 1), new(2026, 11, 2), -21, "HTTP 503"), Some.Today);
            Assert.DoesNotMatch(Placeholder(), sentence);
            Assert.Matches("[。.)）]$", sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_alert_and_problem_has_a_sentence(Language language)
    {
        var phrases = Phrases.In(language);
        var column = Some.Column("c", "通知公告", ColumnKind.Notice);

        Assert.All(Enum.GetValues<AlertKind>(), kind => Assert.NotEqual("", phrases.Alert(new(kind, AgencyCode.Parse("town"), "k", column.Id, column.Name, Some.Fine), column, Some.Today)));
        Assert.All(Enum.GetValues<ProblemKind>(), kind => Assert.NotEqual("", phrases.Problem(new("file.json", "columns[0]", kind, "one", "two"))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_a_ledger_of_days_can_say_has_words(Language language)
    {
        var phrases = Phrases.In(language);

        Assert.All(Enum.GetValues<ClockDay>(), day => Assert.NotEqual("", phrases.Of($"Deadline.Day.{day}")));
        Assert.All(Enum.GetValues<ClockEvent>(), mark => Assert.NotEqual("", phrases.Of($"Deadline.Mark.{mark}", ("n", 1))));
        Assert.All(Enum.GetValues<LegalBasis>(), basis => Assert.NotEqual("", phrases.Of($"Deadline.Basis.{basis}", ("notice", "n"))));
        Assert.All(Enum.GetValues<Festival>(), festival => Assert.NotEqual("", phrases.Of($"Deadline.Festival.{festival}")));
        Assert.All(Enum.GetValues<DayOfWeek>(), day => Assert.NotEqual("", phrases.Of($"Weekday.{day}")));
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.NotEqual("", phrases.Of($"Deadline.Receipt.{channel}")));
        Assert.All(Enum.GetValues<TimerKind>(), timer => Assert.NotEqual("", phrases.Of($"Deadline.Row.{timer}", ("n", 1))));
    }

    [Fact]
    public void Chinese_and_English_have_the_same_keys_with_the_same_blanks()
    {
        var (chinese, english) = (Phrases.In(Language.Zh).All, Phrases.In(Language.En).All);

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Keys, key => Assert.Equal((key, Blanks(chinese[key])), (key, Blanks(english[key]))));
        Assert.All(english, pair => Assert.False(Han().IsMatch(pair.Value), pair.Key));
    }

    [Theory]
    [InlineData(Reason.TurnsStaleSoon, "最新内容发布于5月29日，请在 11月30日 前发布新内容，还剩 7 天。")]
    [InlineData(Reason.PastWindow, "最新内容发布于5月29日，已超过6个月的更新期限 1 天，请尽快发布新内容。")]
    public void A_clerk_reads_what_to_do_and_by_when(Reason reason, string sentence)
    {
        var daysLeft = reason is Reason.PastWindow ? 0 : 7;

        Assert.Equal(sentence, Phrases.In(Language.Zh).Reason(Some.Column("c", "通知公告", ColumnKind.Notice), new(Verdict.DueSoon, reason, new(2026, 5, 29), new(2026, 11, 30), daysLeft), Some.Today));
    }

    [Fact]
    public void A_day_of_another_year_is_said_with_its_year() =>
        Assert.Equal("2025年3月1日", Phrases.In(Language.Zh).Day(new(2025, 3, 1), Some.Today));

    [Fact]
    public void A_blank_that_nothing_fills_is_a_fault_of_ours() =>
        Assert.Throws<InvalidOperationException>(() => Phrases.In(Language.Zh).Of("Cli.BadDate"));

    [Fact]
    public void A_reason_without_particulars_has_no_empty_brackets() =>
        Assert.DoesNotContain("（）", Phrases.In(Language.Zh).Reason(Some.Column("c", "甲"), new(Verdict.Unreachable, Reason.TimedOut, null, null, null), Some.Today), StringComparison.Ordinal);

    private static string Blanks(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[A-Za-z0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
