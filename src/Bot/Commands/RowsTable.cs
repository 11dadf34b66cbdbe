using Spectre.Console;

namespace Disclosure.Bot.Commands;

/// <summary>Rows under headings: a table for somebody who is looking, lines with tabs between for a file or a pipe.</summary>
internal static class RowsTable
{
    /// <param name="wide">The only column that may fold; a folded date or number cannot be compared with the one above it.</param>
    public static void Write(Terminal terminal, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, int wide)
    {
        if (!terminal.IsInteractive)
        {
            terminal.Out.WriteLine(string.Join('\t', headings));
            foreach (var row in rows)
                terminal.Out.WriteLine(string.Join('\t', row));
            return;
        }

        var table = new Table().RoundedBorder();
        foreach (var (index, heading) in headings.Index())
        {
            var column = new TableColumn(Markup.Escape(heading));
            table.AddColumn(index == wide ? column : column.NoWrap());
        }

        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        terminal.Screen().Write(table);
    }
}
