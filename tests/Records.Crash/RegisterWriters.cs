using System.Globalization;
using Disclosure.Requests;
using Town = Disclosure.Agencies.AgencyCode;

namespace Disclosure.Records.Crash;

/// <summary>Clerks who register, move, split and erase cases until the process is killed, and say what was acknowledged: <c>what case version</c>.</summary>
internal static class RegisterWriters
{
    private static readonly Town Agency = Town.Parse("town");
    private static readonly Actor Clerk = new("clerk-1", Roles.Clerk);
    private static readonly DateOnly Day = new(2025, 3, 4);
    private static readonly SemaphoreSlim Say = new(1, 1);

    public static Task RunAsync(IRegister register)
    {
        var session = Guid.NewGuid().ToString("N")[..12];
        return Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var number = 0; ; number++)
                await LiveAsync(register, string.Create(CultureInfo.InvariantCulture, $"{session}-{writer}-{number}"), number);
        }));
    }

    /// <summary>One case's life: in, registered, split, and every fifth erased.</summary>
    private static async Task LiveAsync(IRegister register, string name, int number)
    {
        var id = CaseId.Parse(name);
        var application = new Application(ApplicantKind.NaturalPerson, PersonalText.Of("申请人 " + name), IdentityProof.Copy, null, PersonalText.Of("139"), PersonalText.Of(new string('字', number % 700)), InformationForm.Paper, ObtainingRoute.Post);
        await register.AppendAsync(new(Agency, [new(id, 0, [Entry(new CaseMove.Submit(Agency, application, Channel.Online))])]), CancellationToken.None);
        await TellAsync("kept", id, 1);
        await NumberedAsync(register, serial => new(Agency, [new(id, 1, [Entry(new CaseMove.ConfirmRegister(serial, PersonalText.Of("电话确认 " + name)))])]));
        await TellAsync("kept", id, 2);
        var children = new[] { CaseId.Parse(name + "-a"), CaseId.Parse(name + "-b") };
        await NumberedAsync(register, serial =>
        {
            var parts = children.Select((child, index) => new SplitPart(child, new(serial.Year, serial.Serial + index), PersonalText.Of("一项"))).ToList();
            return new(Agency, [
                new(id, 2, [Entry(new CaseMove.Split(parts))]),
                .. parts.Select(part => new CaseDraft(part.Child, 0, [Entry(new CaseMove.BornOfSplit(id, part, Agency, application, Channel.Online, Day, Day))])),
            ]);
        });
        await TellAsync("kept", id, 3);
        foreach (var child in children)
            await TellAsync("kept", child, 1);
        if (number % 5 != 4)
            return;
        await register.EraseAsync(new(id, Clerk, DateTimeOffset.UnixEpoch, "归档期满"), CancellationToken.None);
        await TellAsync("erased", id, 3);
    }

    private static async Task NumberedAsync(IRegister register, Func<RequestNumber, RegisterDraft> draft)
    {
        while (true)
        {
            try
            {
                await register.AppendAsync(draft(await register.NextNumberAsync(Agency, 2025, CancellationToken.None)), CancellationToken.None);
                return;
            }
            catch (NumberTakenException)
            {
                // Another writer was faster.
            }
        }
    }

    private static LedgerEntry Entry(CaseMove move) => new(move, Clerk, Day, DateTimeOffset.UnixEpoch);

    private static async Task TellAsync(string what, CaseId id, int version)
    {
        await Say.WaitAsync();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} {id} {version} ."));
        await Console.Out.FlushAsync();
        Say.Release();
    }
}
