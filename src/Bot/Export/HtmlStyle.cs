namespace Disclosure.Bot.Export;

/// <summary>How the page looks: on paper as the Word document does, on a screen in one readable measure.</summary>
internal static class HtmlStyle
{
    public const string Text = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; color: #111; background: #fff; font: 1.125rem/1.9 "仿宋_GB2312", FangSong_GB2312, "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif; overflow-wrap: break-word; }
        main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
        h1 { margin: 1rem 0 2rem; font: 400 1.75rem/1.5 "方正小标宋简体", FZXiaoBiaoSong-B05S, "宋体", SimSun, "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; }
        h2 { margin: 1.6em 0 .4em; font: 400 1.25rem/1.6 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; break-after: avoid; }
        h3 { margin: .8em 0 .2em; font: 400 1.125rem/1.8 "楷体_GB2312", KaiTi_GB2312, "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; break-after: avoid; }
        h2, h3, p { text-indent: 2em; }
        p { margin: 0; text-align: justify; }
        mark { background: #ff0; color: inherit; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; font: 400 .875rem/1.4 "宋体", SimSun, "Noto Serif CJK SC", serif; }
        th, td { border: 1px solid #333; padding: .3em .2em; font-weight: 400; text-align: center; text-indent: 0; font-variant-numeric: tabular-nums; }
        th.name { text-align: left; padding-left: .35em; }
        th.group { word-break: keep-all; }
        .wide { margin: .5rem 0 1rem; overflow-x: auto; }
        .wide:focus-visible { outline: 2px solid #06c; }
        .draft { position: sticky; top: 0; z-index: 1; padding: .3em; text-indent: 0; text-align: center; color: #c00000; background: #fff; border-bottom: 2px solid #c00000; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
        @media screen and (max-width: 42rem) {
          body { font-size: 1.0625rem; line-height: 1.8; }
          main { padding: .5rem 1rem 2rem; }
          h1 { font-size: 1.375rem; margin-bottom: 1.25rem; }
          .requests table, .remedies table { width: 36rem; font-size: .8125rem; }
          .requests::before, .remedies::before { content: attr(data-hint); position: sticky; left: 0; font-size: .8125rem; color: #555; }
        }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, serif; } }
        @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, serif; } @bottom-right { content: none; } }
        @media print {
          body { font-size: 16pt; line-height: 28.95pt; }
          main { max-width: none; padding: 0; }
          h1 { margin: 0 0 28.95pt; font-size: 22pt; line-height: 35pt; }
          h2, h3 { margin: 0; font-size: 16pt; line-height: 28.95pt; }
          table { font-size: 10.5pt; line-height: 14pt; }
          th, td { padding: 1.2pt; }
          tr { break-inside: avoid; }
          thead { display: table-header-group; }
          .wide { overflow: visible; margin: 0 0 12pt; break-inside: avoid; }
          .draft { position: static; }
        }

        """;
}
