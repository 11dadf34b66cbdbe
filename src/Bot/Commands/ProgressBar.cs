using Disclosure.Auditor;
using Disclosure.Columns;
using Spectre.Console;

namespace Disclosure.Bot.Commands;

/// <summary>Shows how an audit gets on; cleared when it is done, so that only the table stays.</summary>
internal sealed class ProgressBar(ProgressTask task) : IAuditProgress
{
    public static Task<AuditReport> AroundAsync(Terminal terminal, string title, Func<IAuditProgress?, Task<AuditReport>> audit) =>
        terminal.Screen().Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(progress => audit(new ProgressBar(progress.AddTask(Markup.Escape(title)))));

    public void Starting(PortalSection section) => task.MaxValue(Math.Max(1, section.Columns.Count));

    public void Looked(Column column, Judgement judgement) => task.Increment(1);
}
