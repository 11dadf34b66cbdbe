using System.Data;
using System.Text;
using MiniExcelLibs;

namespace Disclosure.Bot.Register.Import;

/// <summary>An empty register to fill in: the headings, and a second sheet that says what belongs under each.</summary>
internal static class ImportTemplate
{
    /// <summary>The headings alone, with the mark by which a spreadsheet knows UTF-8.</summary>
    public static byte[] Csv(Phrases phrases)
    {
        var line = string.Join(',', ImportColumns.All.Select(column => column.Heading(phrases))) + "\r\n";
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(line)];
    }

    public static byte[] Xlsx(RegisterWords words)
    {
        var phrases = words.Phrases;
        using var register = new DataTable();
        foreach (var column in ImportColumns.All)
            register.Columns.Add(column.Heading(phrases));
        using var about = new DataTable();
        foreach (var heading in (string[])["Heading", "Needed", "Allowed", "Note"])
            about.Columns.Add(phrases.Of($"Import.About.{heading}"));
        foreach (var row in About(words))
            about.Rows.Add([.. row]);

        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { [phrases.Of("Import.Sheet.Register")] = register, [phrases.Of("Import.Sheet.About")] = about });
        return stream.ToArray();
    }

    /// <summary>One line for each column: its heading, whether it is needed, what may stand in it, what it is.</summary>
    public static IEnumerable<string[]> About(RegisterWords words) => ImportColumns.All.Select(column => (string[])
    [
        column.Heading(words.Phrases),
        words.Phrases.Of(column.IsRequired ? "Register.Yes" : "Register.No"),
        column.Type.IsEnum ? string.Join(words.Phrases.Of("Register.Comma"), Enum.GetValues(column.Type).Cast<Enum>().Where(value => value is not Requests.ConsultationKind.Applicant).Select(words.Of)) : FieldValue.Wanted(column.Type == typeof(Requests.PersonalText) ? typeof(string) : column.Type, words),
        words.Phrases.Of($"Import.About.{column.Key}"),
    ]);
}
