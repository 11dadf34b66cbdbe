using System.Text;
using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Tests.Fetch;

public class TextDecodingTests
{
    /// <summary>䶮 (a given name) takes four bytes in GB18030 and none in GBK; 㐀 likewise.</summary>
    private const string Words = "洛浦县某镇公告：王䶮同志，㐀村";

    private static readonly Encoding Gb18030 = Provider().GetEncoding(54936)!;

    public static TheoryData<string, string?, string, string> Labels => new()
    {
        // body encoding, HTTP charset, meta, what the receipt says
        { "utf-8", "utf-8", "", "utf-8 by header" },
        { "utf-8", "UTF8", "", "utf-8 by header" },
        { "utf-8", "\"utf_8\"", "", "utf-8 by header" },
        { "utf-8", null, "<meta charset=\"utf-8\">", "utf-8 by meta" },
        { "utf-8", null, "", "utf-8 by content" },
        { "utf-8", "gb2312", "", "utf-8 by content, labelled gb2312" },
        { "utf-8", null, "<meta charset=gbk>", "utf-8 by content, labelled gbk" },
        { "utf-8", "ISO-8859-1", "", "utf-8 by content, labelled ISO-8859-1" },
        { "utf-8", "ISO-8859-1", "<meta charset='utf-8'>", "utf-8 by meta" },
        { "utf-8", "x-unheard-of", "", "utf-8 by content, labelled x-unheard-of" },
        { "utf-8-bom", "gbk", "", "utf-8 by byte order mark" },
        { "utf-16", "gbk", "", "utf-16le by byte order mark" },
        { "utf-16be", null, "", "utf-16be by byte order mark" },
        { "gb18030", "gb2312", "", "gb18030 by header" },
        { "gb18030", "GBK", "", "gb18030 by header" },
        { "gb18030", "x-gbk", "", "gb18030 by header" },
        { "gb18030", "gb_2312-80", "", "gb18030 by header" },
        { "gb18030", "GB18030", "", "gb18030 by header" },
        { "gb18030", null, "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; CHARSET=gb2312\">", "gb18030 by meta" },
        { "gb18030", null, "<meta content=\"text/html;charset = gbk\" http-equiv=Content-Type>", "gb18030 by meta" },
        { "gb18030", null, "<?xml version=\"1.0\" encoding=\"GBK\"?>", "gb18030 by meta" },
        { "gb18030", null, "", "gb18030 by content" },
        { "gb18030", "utf-8", "", "gb18030 by content, labelled utf-8" },
        { "gb18030", null, "<meta charset=\"utf-8\">", "gb18030 by content, labelled utf-8" },
        { "gb18030", "iso-8859-1", "", "gb18030 by content, labelled iso-8859-1" },
        { "gb18030", "iso-8859-1", "<meta charset=gb2312>", "gb18030 by meta" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_page_is_read_in_the_encoding_it_is_in(string encoding, string? header, string meta, string charset)
    {
        var body = Encode($"<html><head>{meta}</head><body>{Words}</body></html>", encoding);

        var decoded = TextDecoding.Decode(body, header, truncated: false);

        Assert.Contains(Words, decoded.Text, StringComparison.Ordinal);
        Assert.Equal(charset, decoded.Charset);
    }

    [Fact]
    public void Big5_is_read_where_it_is_labelled()
    {
        var body = Provider().GetEncoding(950)!.GetBytes("<p>政府資訊公開</p>");

        Assert.Equal("<p>政府資訊公開</p>", TextDecoding.Decode(body, "big5", truncated: false).Text);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gbk")]
    [InlineData("utf-8", null)]
    public void A_body_cut_inside_a_character_is_not_taken_for_another_encoding(string encoding, string? header)
    {
        var text = "<p>" + string.Concat(Enumerable.Repeat("公开指南", 30));
        var whole = Encode(text, encoding);
        for (var cut = 1; cut <= 4; cut++)
        {
            var decoded = TextDecoding.Decode(whole.AsSpan(0, whole.Length - cut), header, truncated: true);

            Assert.StartsWith(encoding, decoded.Charset, StringComparison.Ordinal);
            Assert.StartsWith(decoded.Text, text, StringComparison.Ordinal);
            Assert.InRange(decoded.Text.Length, text.Length - 2, text.Length - 1);
        }
    }

    [Fact]
    public void One_character_cut_by_a_template_leaves_a_utf8_page_utf8()
    {
        byte[] body = [.. Encode("<p>" + string.Concat(Enumerable.Repeat("政务公开", 20)), "utf-8"), 0xE5, 0x85, .. Encode("…</p>", "utf-8")];

        var decoded = TextDecoding.Decode(body, "utf-8", truncated: false);

        Assert.Equal("utf-8 by header, damaged", decoded.Charset);
        Assert.Contains("政务公开政务公开", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_beyond_the_first_four_kilobytes_is_not_looked_for()
    {
        var body = Encode("<html>" + new string(' ', 5000) + "<meta charset=big5>" + Words, "gb18030");

        Assert.Equal("gb18030 by content", TextDecoding.Decode(body, null, truncated: false).Charset);
    }

    [Fact]
    public void An_empty_body_is_empty_text() => Assert.Equal("", TextDecoding.Decode([], null, truncated: false).Text);

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => Gb18030.GetBytes(text),
    };

    private static EncodingProvider Provider() => CodePagesEncodingProvider.Instance;

    [Fact]
    public void Text_in_common_characters_is_decoded_as_the_framework_decodes_it()
    {
        var letters = string.Concat(Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00).Select(letter => (char)letter)) + "，。〔〕１２３abc\r\n·—…《》　";

        Assert.Equal(letters, TextDecoding.Decode(Gb18030.GetBytes(letters), "gbk", false).Text);
        for (var lead = 0x80; lead <= 0xFF; lead++)
        {
            foreach (var trail in Enumerable.Range(0, 256).Select(number => (byte)number))
            {
                byte[] pair = [(byte)lead, trail];
                if (GbkText.TryDecode(pair) is { } text)
                    Assert.Equal(Gb18030.GetString(pair), text);
            }
        }
    }
}
