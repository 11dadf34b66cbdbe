using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Register;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests.Register;

public sealed class CaseDeskTests : IAsyncLifetime
{
    private static readonly AgencyCode Agency = AgencyCode.Parse("sample");
    private static readonly Actor Clerk = new("zhang", Roles.Clerk);
    private static readonly Actor Colleague = new("li", Roles.Clerk);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Some.Morning);
    private OfflineRecords _records = null!;
    private CaseDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new RecordsOptions { DataFolder = Path.Combine(_folder.Path, "data"), KeyFile = Path.Combine(_folder.Path, "master.key") };
        _records = await OfflineRecords.OpenAsync(options, _clock, NullLoggerFactory.Instance);
        var rules = new DeskRules(new DeadlineRules(CalendarFiles.Read(Repository.PathTo("config"), new List<ConfigProblem>())));
        _desk = new(await _records.OpenRegisterAsync(TestContext.Current.CancellationToken), rules, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _records.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_slower_of_two_learns_what_the_quicker_did_and_nothing_of_theirs_is_kept()
    {
        await BeginAsync(Clerk);
        var mine = (await _desk.FindAsync(Agency, "2026-0001", TestContext.Current.CancellationToken))!;
        var theirs = (await _desk.FindAsync(Agency, "〔2026〕0001号", TestContext.Current.CancellationToken))!;

        var first = await _desk.DoAsync(theirs, new CaseMove.BeginReview("li"), Colleague, _desk.Today, null, TestContext.Current.CancellationToken);
        var second = await _desk.DoAsync(mine, new CaseMove.BeginReview("zhang"), Clerk, _desk.Today, null, TestContext.Current.CancellationToken);

        Assert.IsType<CaseAnswer.Done>(first);
        var overtaken = Assert.IsType<CaseAnswer.Overtaken>(second);
        Assert.Equal("BeginReview li", $"{overtaken.Since.Single().Move.GetType().Name} {overtaken.Since.Single().By.Id}");
        Assert.Equal(("li", 2), (overtaken.Now.Case.Assignee, overtaken.Now.Case.Entries));
    }

    [Fact]
    public async Task Ten_who_register_at_once_get_ten_numbers_without_a_gap()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => BeginAsync(Clerk)));

        Assert.Equal(Enumerable.Range(1, 10), answers.Select(answer => Assert.IsType<CaseAnswer.Done>(answer).After.Number!.Value.Serial).Order());
    }

    [Fact]
    public async Task A_split_makes_cases_that_can_be_found_and_taken_back()
    {
        await BeginAsync(Clerk);
        var read = (await _desk.FindAsync(Agency, "2026-0001", TestContext.Current.CancellationToken))!;
        await _desk.DoAsync(read, new CaseMove.BeginReview("zhang"), Clerk, _desk.Today, null, TestContext.Current.CancellationToken);
        read = (await _desk.FindAsync(Agency, "2026-0001", TestContext.Current.CancellationToken))!;
        var form = MoveForm.Of(typeof(CaseMove.Split));
        var words = new RegisterWords(Phrases.In(Language.Zh));
        var typed = new Allotment(form, words).Continue([new("wanted", "甲"), new("申请内容", "乙")], read.Case, RequestNumber.Parse("2026-0002"), _clock);

        await _desk.DoAsync(read, (CaseMove)form.Fill(typed, words).Move!, Clerk, _desk.Today, null, TestContext.Current.CancellationToken);
        var child = (await _desk.FindAsync(Agency, "2026-0003", TestContext.Current.CancellationToken))!;
        read = (await _desk.FindAsync(Agency, "2026-0001", TestContext.Current.CancellationToken))!;
        var undone = await _desk.DoAsync(read, new CaseMove.UndoSplit(), Clerk, _desk.Today, null, TestContext.Current.CancellationToken);

        Assert.Equal("乙", child.Case.Application.Wanted.Reveal());
        Assert.IsType<CaseAnswer.Done>(undone);
        Assert.True((await _desk.FindAsync(Agency, "2026-0003", TestContext.Current.CancellationToken))!.Case.IsTakenBack);
    }

    [Theory]
    [InlineData(Roles.Clerk, null, true)]
    [InlineData(Roles.Clerk, "zhang", true)]
    [InlineData(Roles.Clerk, "li", false)]
    [InlineData(Roles.DisclosureHead, "li", true)]
    [InlineData(Roles.SecrecyReviewer, null, false)]
    [InlineData(Roles.PrincipalLeader, null, false)]
    [InlineData(Roles.Supervisor, null, false)]
    [InlineData(Roles.Admin | Roles.Clerk, null, false)]
    public async Task Personal_text_is_for_those_at_work_on_it(Roles roles, string? assignee, bool may)
    {
        var subject = Assert.IsType<CaseAnswer.Done>(await BeginAsync(Clerk)).After;
        if (assignee is not null)
            subject = subject.With(new(new CaseMove.BeginReview(assignee), Clerk, _desk.Today, Some.Morning));

        Assert.Equal(may, Confidence.MaySee(new("zhang", roles), subject));
    }

    private Task<CaseAnswer> BeginAsync(Actor by)
    {
        var application = new Application(
            ApplicantKind.NaturalPerson, PersonalText.Of("某某"), IdentityProof.ShownAtCounter, null, PersonalText.Of("13900000000"), PersonalText.Of("低保名单"), InformationForm.Paper, ObtainingRoute.Collect);
        return _desk.BeginAsync(Agency, number => new CaseMove.RegisterOnBehalf(Agency, number, application, Channel.InPerson, _desk.Today, _desk.Today), null, by, _desk.Today, null, TestContext.Current.CancellationToken);
    }
}
