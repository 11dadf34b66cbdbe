using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>Reads a request's number as people write it: <c>2026-0003</c>, <c>2026-3</c>, <c>〔2026〕0003号</c>, <c>（2026）第3号</c>.</summary>
internal static partial class NumberText
{
    public static bool TryRead(string text, out RequestNumber number)
    {
        var match = Shape().Match(text.Normalize(NormalizationForm.FormKC).Trim());
        number = default;
        return match.Success && RequestNumber.TryParse($"{match.Groups[1].Value}-{match.Groups[2].Value.TrimStart('0').PadLeft(4, '0')}", out number);
    }

    public static bool TryReadId(string text, out CaseId id)
    {
        id = default;
        if (!Id().IsMatch(text))
            return false;
        id = CaseId.Parse(text);
        return true;
    }

    /// <summary>As it is printed on paper.</summary>
    public static string Printed(RequestNumber number) => $"〔{number.Year}〕{number.Serial:0000}号";

    [GeneratedRegex(@"^[^0-9]{0,12}?[〔\[(【]?(\d{4})[〕\])】]?\s*-?\s*第?\s*(\d{1,6})\s*号?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^[a-z0-9-]{4,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
