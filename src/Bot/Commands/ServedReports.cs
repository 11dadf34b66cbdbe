using Disclosure.Agencies;
using Disclosure.Auditor;
using Disclosure.Bot.Settings;

namespace Disclosure.Bot.Commands;

/// <summary>
/// Shows what <c>serve</c> found: the whole table after the first audit of each agency since the start, later only what is new, so that
/// a window left open for weeks stays readable. Every run is a line in the log besides.
/// </summary>
internal sealed class ServedReports(Desk desk, DeskConfig config)
{
    private readonly Dictionary<AgencyCode, string> _names = config.Agencies.ToDictionary(agency => agency.Agency.Code, agency => agency.Agency.Name);
    private readonly HashSet<AgencyCode> _shown = [];
    private readonly Lock _gate = new();

    /// <summary>Called from several audits at once; one report is written after the other.</summary>
    public void Show(AuditReport report)
    {
        lock (_gate)
        {
            if (_shown.Add(report.Agency))
            {
                new AuditTable(desk.Terminal, desk.Phrases).Write([report], _names);
                return;
            }

            if (report.Alerts.Count == 0)
                return;
            desk.Terminal.Out.WriteLine($"{_names[report.Agency]} {Iso.Day(report.Today)}");
            foreach (var line in new AuditSummary(desk.Phrases).Alerts(report))
                desk.Terminal.Out.WriteLine(line);
        }
    }
}
