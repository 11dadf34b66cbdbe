using System.Text;
using Disclosure.Bot.Register.Import;

namespace Disclosure.Bot.Tests.Register;

/// <summary>Registers as offices keep them, built from what a test names.</summary>
internal static class ImportSheets
{
    private static readonly Phrases Chinese = Phrases.In(Language.Zh);

    /// <summary>A request handed in at the counter and granted, by column.</summary>
    public static Dictionary<string, string> Granted(string number = "2025-0001", string received = "2025-03-03", string answered = "2025-03-20") => new()
    {
        ["number"] = number,
        ["kind"] = "自然人",
        ["name"] = "买买提",
        ["proof"] = "窗口出示",
        ["contact"] = "13900000000",
        ["wanted"] = "2024年草场补贴发放表",
        ["form"] = "纸质",
        ["route"] = "自取",
        ["channel"] = "当面",
        ["received-on"] = received,
        ["outcome"] = "予以公开",
        ["what"] = "补贴发放表一份",
        ["where"] = "随答复书附送",
        ["answered-on"] = answered,
        ["answer-letter"] = "镇公开〔2025〕1号",
        ["delivery"] = "当面",
        ["delivery-evidence"] = "签收单",
        ["closed-on"] = answered,
    };

    public static Dictionary<string, string> With(this Dictionary<string, string> row, params (string Key, string Text)[] cells)
    {
        foreach (var (key, text) in cells)
            row[key] = text;
        return row;
    }

    public static string Csv(params Dictionary<string, string>[] rows)
    {
        var keys = rows.SelectMany(row => row.Keys).Distinct().ToList();
        var text = new StringBuilder();
        text.AppendLine(string.Join(',', keys.Select(Heading)));
        foreach (var row in rows)
            text.AppendLine(string.Join(',', keys.Select(key => Quoted(row.GetValueOrDefault(key, "")))));
        return text.ToString();
    }

    /// <summary>The heading of a column's key; a further one is written <c>consult-on:2</c>.</summary>
    public static string Heading(string key) => key.Split(':') is [var name, var nth]
        ? ImportColumns.Of(name, int.Parse(nth, System.Globalization.CultureInfo.InvariantCulture)).Heading(Chinese)
        : ImportColumns.Of(key).Heading(Chinese);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
