using System.CommandLine;
using Disclosure.Agencies;
using Disclosure.Bot.Export;
using Disclosure.Bot.Register;
using Disclosure.Bot.Settings;
using Disclosure.Records;
using Disclosure.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary>What every verb that works on the register shares: who acts, for which agency, on which day, and the open register.</summary>
internal sealed class RegisterDoor(Desk desk, SharedOptions shared)
{
    public Option<string?> As { get; } = new("--as") { Description = desk.Phrases.Of("Case.Cli.As"), HelpName = "STAFF" };

    public Option<string?> On { get; } = new("--on") { Description = desk.Phrases.Of("Case.Cli.On"), HelpName = "DAY" };

    public Option<string?> Reason { get; } = new("--reason") { Description = desk.Phrases.Of("Case.Cli.Reason"), HelpName = "TEXT" };

    public Option<string?> Agency { get; } = new("--agency") { Description = desk.Phrases.Of("Case.Cli.Agency"), HelpName = "A" };

    public Desk Desk => desk;

    public RegisterWords Words { get; } = new(desk.Phrases);

    /// <summary>Opens the register, does the work and closes it again.</summary>
    /// <param name="actorNeeded">Whether somebody must act; else a person may be named all the same.</param>
    public async Task<int> OpenAsync(ParseResult parsed, bool actorNeeded, Func<OpenRegister, Task<int>> work)
    {
        if (desk.Load(shared.Place(parsed), columnFile: null) is not { } config)
            return Exit.CouldNotRun;
        if (!TryActor(parsed.GetValue(As), actorNeeded, config, shared.Place(parsed), out var actor) || AgencyOf(parsed.GetValue(Agency), config, actor) is not { } agency)
            return Exit.CouldNotRun;

        try
        {
            return await OpenAsync(config, agency, actor, work);
        }
        catch (MasterKeyException noKey)
        {
            return desk.Refuse("Case.NoKey", ("message", noKey.Message));
        }
        catch (NumberTakenException taken)
        {
            return desk.Refuse("Case.NumberTaken", ("number", NumberText.Printed(taken.Number)));
        }
        catch (CaseErasedException)
        {
            return desk.Refuse("Case.Erased");
        }
    }

    private async Task<int> OpenAsync(DeskConfig config, AgencyCode agency, StaffMember? actor, Func<OpenRegister, Task<int>> work)
    {
        using var host = desk.Host(config);
        var register = host.Services.GetRequiredService<IRegister>();
        using var cases = new CaseDesk(register, config.Rules, desk.Terminal.Clock);
        var reports = new ReportSource(register, new AuditorEvidence(host.Services.GetRequiredService<IAuditArchive>()), config.Agencies, config.Rules, cases.Today);
        return await work(new(config, register, cases, reports, agency, actor, new CaseText(Words, config.Rules, cases.Today)));
    }

    /// <summary>The day and the reason of a move.</summary>
    /// <returns>Null when a problem was told.</returns>
    public async Task<When?> WhenAsync(ParseResult parsed, DateOnly today, CancellationToken cancellationToken)
    {
        var on = today;
        if (parsed.GetValue(On) is { } written && !DayText.TryRead(written, out on))
        {
            desk.Refuse("Case.BadDay", ("value", written));
            return null;
        }

        var problems = new List<string>();
        var reason = parsed.GetValue(Reason) is { } text ? await TypedFields.ValueAsync("--reason", text, desk.Phrases, problems, cancellationToken) : null;
        if (problems.Count > 0)
        {
            Tell(problems);
            return null;
        }

        return new(on, string.IsNullOrWhiteSpace(reason) ? null : PersonalText.Of(reason));
    }

    /// <summary>Says everything that is wrong with what was typed.</summary>
    public int Tell(IReadOnlyList<string> problems)
    {
        desk.Terminal.Error.WriteLine(desk.Phrases.Of("Case.Problems", ("n", problems.Count)));
        foreach (var problem in problems)
            desk.Terminal.Error.WriteLine("  " + problem);
        return Exit.CouldNotRun;
    }

    private bool TryActor(string? id, bool needed, DeskConfig config, ConfigPlace place, out StaffMember? actor)
    {
        actor = id is null ? null : config.Staff.Find(id);
        if (actor is not null || (id is null && !needed))
            return true;
        if (config.Staff.Members.Count == 0)
            desk.Refuse("Case.NoStaff", ("file", Path.Combine(place.Folder, StaffFile.FileName)));
        else
            desk.Refuse("Case.NoSuchStaff", ("id", id ?? "--as"), ("known", string.Join(", ", config.Staff.Members.Select(member => member.Id))));
        return false;
    }

    private AgencyCode? AgencyOf(string? written, DeskConfig config, StaffMember? actor)
    {
        var known = config.Agencies.Select(agency => agency.Agency.Code).ToList();
        var names = string.Join(", ", known);
        if (written is null && (actor is not null || known.Count == 1))
            return actor?.Agency ?? known[0];
        if (written is null)
        {
            desk.Refuse("Case.WhichAgency", ("known", names));
            return null;
        }

        if (!known.Exists(code => code.Value == written))
        {
            desk.Refuse("Cli.UnknownAgency", ("value", written), ("known", names));
            return null;
        }

        var agency = AgencyCode.Parse(written);
        if (actor is null || actor.Agency == agency)
            return agency;
        desk.Refuse("Case.NotTheirAgency", ("id", actor.Id), ("own", actor.Agency), ("agency", agency));
        return null;
    }
}

/// <summary>The register, opened for one command.</summary>
/// <param name="Actor">Who acts; null where nobody has to.</param>
internal sealed record OpenRegister(DeskConfig Config, IRegister Register, CaseDesk Cases, ReportSource Reports, AgencyCode Agency, StaffMember? Actor, CaseText Text);

/// <summary>When a move took effect, and why that is told only now.</summary>
internal sealed record When(DateOnly On, PersonalText? Reason);
