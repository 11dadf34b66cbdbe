using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Settings;
using Disclosure.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Settings;

public sealed class StaffFileTests : IDisposable
{
    private static readonly IReadOnlyList<AgencyCode> Agencies = [AgencyCode.Parse("sample")];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_staff_can_take_a_request_all_the_way()
    {
        var problems = new List<ConfigProblem>();

        var roster = StaffFile.Read(Repository.PathTo("config"), Agencies, problems);

        Assert.Empty(problems);
        Assert.All(Bot.Register.Roster.Given.Where(role => role is not Roles.Supervisor), role => Assert.NotEmpty(roster.With(role, Agencies[0])));
        Assert.DoesNotContain(roster.With(Roles.Clerk, Agencies[0]), clerk => clerk.Actor.Is(Bot.Register.Roster.Approving));
    }

    [Fact]
    public void Without_the_file_there_is_nobody_and_nothing_wrong()
    {
        var problems = new List<ConfigProblem>();

        Assert.Empty(StaffFile.Read(_folder.Path, Agencies, problems).Members);
        Assert.Empty(problems);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "{}", "staff.json：这里应写 [ { … } ]，现在是 { … }。" },
        { "[]", "staff.json：没有任何人员，请至少写一人，或删去这个文件。" },
        { """[{"id":"张三","agency":"sample","roles":["clerk"]}]""", "staff.json [0].id：“张三”不能作人员代码：2 到 30 个小写字母、数字、- 或 _，不写姓名。" },
        { """[{"id":"zhang","agency":"town","roles":["clerk"]}]""", "staff.json [0].agency：agencies.json 里没有单位 town；现有：sample。" },
        { """[{"id":"zhang","agency":"sample","roles":["clark"]}]""", "staff.json [0].roles：“clark”不是角色，可写：clerk, dept-head, disclosure-head, secrecy-reviewer, deputy-leader, principal-leader, supervisor, admin。" },
        { """[{"id":"zhang","agency":"sample","roles":[]}]""", "staff.json [0].roles：没有写角色，请从这些里选：clerk, dept-head, disclosure-head, secrecy-reviewer, deputy-leader, principal-leader, supervisor, admin。" },
        { """[{"id":"zhang","agency":"sample","roles":["admin","principal-leader"]}]""", "staff.json [0].roles：系统管理员（admin）不参与审查和签发，不能同时是负责人、保密审查员或领导；请另给一个人员代码。" },
        { """[{"id":"zhang","agency":"sample","roles":["clerk"]},{"id":"zhang","agency":"sample","roles":["admin"]}]""", "staff.json [1].id：人员代码 zhang 用了两次；一个人的几个角色请写在同一行的 roles 里。" },
        { """[{"id":"zhang","agency":"sample","role":["clerk"]}]""", "staff.json [0].role：没有“role”这一项，是不是 roles？" },
        { """[{"id":"zhang","agency":"sample","roles":["clerk","disclosure-head","principal-leader"]}]""", "staff.json：单位 sample 没有 secrecy-reviewer，申请办到这一步会停住；请补上人员。" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_place_and_what_to_write(string json, string sentence)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "staff.json"), json);
        var problems = new List<ConfigProblem>();

        StaffFile.Read(_folder.Path, Agencies, problems);

        Assert.Contains(Path.Combine(_folder.Path, sentence), problems.Select(Phrases.In(Language.Zh).Problem));
    }
}
