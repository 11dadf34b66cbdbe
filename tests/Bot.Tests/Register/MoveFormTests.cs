using System.Collections;
using Disclosure.Agencies;
using Disclosure.Bot.Register;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Tests.Register;

public class MoveFormTests
{
    private static readonly RegisterWords Words = new(Phrases.In(Language.Zh));

    public static TheoryData<string> Moves => [.. MoveForm.OfCases.Concat(MoveForm.OfYears).Select(form => form.Move.FullName!)];

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_move_can_be_filled_in_to_its_last_field(string move)
    {
        var form = Form(move);
        var typed = form.Fields.Where(field => !field.IsSupplied).Select(field => new TypedField(field.Name, Sample(field.Type))).ToList();

        var filled = form.Fill(typed, Words, Figures());

        Assert.Empty(filled.Problems);
        Assert.IsType(form.Move, filled.Move, exactMatch: true);
        AssertNothingIsEmpty(filled.Move!);
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_field_of_a_move_is_taken_by_its_Chinese_name_too(string move)
    {
        var form = Form(move);
        var typed = form.Fields.Where(field => !field.IsSupplied).Select(field => new TypedField(Words.Field(field), Sample(field.Type))).ToList();

        Assert.Empty(form.Fill(typed, Words, Figures()).Problems);
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void No_two_fields_of_a_move_have_one_name(string move)
    {
        var fields = Form(move).Fields;

        Assert.All(Enum.GetValues<Language>(), language => Assert.Distinct(fields.Select(new RegisterWords(Phrases.In(language)).Field)));
        Assert.Distinct(fields.Select(field => field.Name));
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_missing_field_is_told_with_what_may_be_written(string move)
    {
        var form = Form(move);

        var problems = form.Fill([], Words, Figures()).Problems;

        Assert.Equal(form.Fields.Count(field => field.IsRequired && !field.IsSupplied), problems.Count);
        Assert.All(problems, problem => Assert.Matches("^缺少 .+。应写.+。$", problem));
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { "channel=radio", "channel（渠道） 不能写“radio”，应写in-person（当面）、post（邮寄）、ordinary-mail（平信）、fax（传真）、online（互联网）、oral（口述）、other（其他）。", "" },
        { "received-on=2026-2-30", "received-on（收到日期） 不能写“2026-2-30”，应写日期，如 2026-03-02 或 2026年3月2日。", "" },
        { "chanel=post", "代为登记没有“chanel”这一项，可写：channel。", "" },
        { "channel=fax", "channel（渠道） 写了多次，只能写一次。", "post" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_field_is_told_in_one_sentence(string typed, string sentence, string before)
    {
        List<TypedField> fields = [.. Registration().Where(field => before.Length > 0 || !typed.StartsWith(field.Key + "=", StringComparison.Ordinal)), new(typed.Split('=')[0], typed.Split('=')[1])];

        Assert.Contains(sentence, MoveForm.Of(typeof(CaseMove.RegisterOnBehalf)).Fill(fields, Words).Problems);
    }

    [Fact]
    public void A_move_without_fields_says_so()
    {
        var problems = MoveForm.Of(typeof(CaseMove.Close)).Fill([new("why", "done")], Words).Problems;

        Assert.Equal(["办结不需要填写“why”，请删去。"], problems);
    }

    [Fact]
    public void Repeated_fields_fill_a_list_one_after_the_other()
    {
        List<TypedField> typed = [new("child", "part-a"), new("number", "2026-0004"), new("wanted", "甲"), new("wanted", "乙"), new("child", "part-b"), new("number", "〔2026〕0005号")];

        var split = Assert.IsType<CaseMove.Split>(MoveForm.Of(typeof(CaseMove.Split)).Fill(typed, Words).Move);

        Assert.Equal(["part-a 2026-0004 甲", "part-b 2026-0005 乙"], split.Parts.Select(part => $"{part.Child} {part.Number} {part.Wanted.Reveal()}"));
    }

    [Fact]
    public void A_part_that_lacks_a_field_is_told()
    {
        List<TypedField> typed = [new("child", "part-a"), new("child", "part-b"), new("number", "2026-0004"), new("number", "2026-0005"), new("wanted", "甲")];

        Assert.Equal(["缺少 wanted（申请内容）。应写文字；可写 @文件 从文件读取，或写 - 从标准输入读取。"], MoveForm.Of(typeof(CaseMove.Split)).Fill(typed, Words).Problems);
    }

    [Theory]
    [InlineData("refused-internal")]
    [InlineData("RefusedInternal")]
    [InlineData("（三）5 内部事务")]
    [InlineData("（三）5")]
    [InlineData("(三) 5")]
    [InlineData("内部事务")]
    [InlineData("5.属于三类内部事务信息")]
    [InlineData("属于三类内部事务信息")]
    [InlineData("Refused: internal affairs")]
    public void An_outcome_is_known_by_its_number_its_name_and_the_words_of_the_form(string written) =>
        Assert.Equal(Outcome.RefusedInternal, new RegisterWords(Phrases.In(Language.En)).Read(typeof(Outcome), written));

    [Theory]
    [InlineData("2025-01-02")]
    [InlineData("2025/1/2")]
    [InlineData("2025.1.2")]
    [InlineData("2025年1月2日")]
    [InlineData("２０２５年１月２日")]
    [InlineData("20250102")]
    [InlineData("2025-01-02 00:00:00")]
    [InlineData("2025/1/2 0:00:00")]
    public void A_day_is_read_as_offices_write_it(string written)
    {
        Assert.True(DayText.TryRead(written, out var day));
        Assert.Equal(new(2025, 1, 2), day);
    }

    [Theory]
    [InlineData("1/2/2025")]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-29")]
    [InlineData("25-1-2")]
    [InlineData("2025-01-02 09:30")]
    [InlineData("45659")]
    [InlineData("明天")]
    [InlineData("")]
    public void What_could_be_another_day_is_not_read(string written) => Assert.False(DayText.TryRead(written, out _));

    [Theory]
    [InlineData("45659", true)]
    [InlineData("45659.0", true)]
    [InlineData("12", false)]
    [InlineData("20259999", false)]
    public void A_cell_that_lost_its_format_is_read_by_its_serial(string written, bool read)
    {
        Assert.Equal(read, DayText.TryReadCell(written, out var day));
        if (read)
            Assert.Equal(new(2025, 1, 2), day);
    }

    private static MoveForm Form(string move) => MoveForm.OfCases.Concat(MoveForm.OfYears).Single(form => form.Move.FullName == move);

    private static List<TypedField> Registration() =>
        [.. MoveForm.Of(typeof(CaseMove.RegisterOnBehalf)).Fields.Select(field => new TypedField(field.Name, field.Name == "channel" ? "post" : Sample(field.Type)))];

    private static string Sample(Type type) => type switch
    {
        _ when type.IsEnum => Kebab.Of(Enum.GetValues(type).Cast<object>().Last().ToString()!),
        _ when type == typeof(DateOnly) => "2026年3月2日",
        _ when type == typeof(int) => "2",
        _ when type == typeof(decimal) || type == typeof(Figure) => "1,012.50",
        _ when type == typeof(bool) => "是",
        _ when type == typeof(RequestNumber) => "2026-0003",
        _ when type == typeof(CaseId) => "case-0003",
        _ when type == typeof(AgencyCode) => "sample",
        _ => "某事",
    };

    private static ReportFigures Figures()
    {
        var zero = Figure.Of(0);
        var none = new DocumentFigures(zero, zero, zero);
        return new(new(none, none, zero, zero, zero, zero), new((_, _) => zero), new((_, _) => zero));
    }

    /// <summary>A field that nothing reached would still have its default.</summary>
    private static void AssertNothingIsEmpty(object record)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(record);
            Assert.NotNull(value);
            if (value is IList list)
                Assert.NotEmpty(list);
            else if (value.GetType() is { IsClass: true, Namespace: not "System" } inner && inner != typeof(RequestFigures) && inner != typeof(RemedyFigures))
                AssertNothingIsEmpty(value);
            else if (value.GetType().IsEnum || value is DateOnly or bool or int)
                Assert.NotEqual(Activator.CreateInstance(value.GetType()), value);
        }
    }
}
