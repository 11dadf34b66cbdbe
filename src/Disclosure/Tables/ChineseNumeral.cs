namespace Disclosure.Tables;

/// <summary>Numbers as Chinese prose writes them: 三, 十二, 一百零五, 三千二百, 一万二千, 二〇二三.</summary>
internal static class ChineseNumeral
{
    public const string Letters = "零〇一二两三四五六七八九十百千万";

    private const int Longest = 12;

    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > Longest)
            return false;
        return text.IndexOfAny("十百千万") < 0 ? Digits(text, out value) : Units(text, out value);
    }

    /// <summary>Digit after digit (二〇二三).</summary>
    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > 8)
            return false;
        foreach (var letter in text)
        {
            if (DigitOf(letter) is not { } digit)
                return false;
            value = (value * 10) + digit;
        }

        return true;
    }

    private static bool Units(ReadOnlySpan<char> text, out int value)
    {
        var (total, section, digit) = (0, 0, 0);
        value = 0;
        foreach (var letter in text)
        {
            if (DigitOf(letter) is { } next)
            {
                digit = next;
            }
            else if (letter == '万')
            {
                if (total > 0)
                    return false;
                (total, section, digit) = ((section + digit) * 10_000, 0, 0);
            }
            else
            {
                var unit = letter switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
                if (unit == 0)
                    return false;
                // 十二 says its one only in 一十二.
                section += (digit == 0 && unit == 10 ? 1 : digit) * unit;
                digit = 0;
            }
        }

        value = total + section + digit;
        return true;
    }

    private static int? DigitOf(char letter) => letter switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => null,
    };
}
