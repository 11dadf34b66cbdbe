using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Portals;

public sealed class AgencyFileTests : IDisposable
{
    private const string Daily = "0 0 7 * * ?";
    private readonly TempFolder _folder = new();
    private readonly List<ConfigProblem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_county_office_and_its_township_are_read()
    {
        File.WriteAllText(_folder.File("town.json"), """{"columns":[{"name":"甲","url":"/x"}]}""");

        var agencies = Read("""
            {"agencies":[
              {"code":"county","name":"某县人民政府","level":"county"},
              {"code":"town","name":"某镇人民政府","parent":"county","contact":{"office":"党政办公室","address":"文化路6号","phone":"0903-0000000"},"portal":"http://a.cn/","columns":["town.json"],"schedule":"0 30 8 * * ?"}]}
            """);

        Assert.Empty(_problems);
        Assert.Equal([AgencyLevel.County, AgencyLevel.Township], agencies.Select(agency => agency.Agency.Level));
        Assert.Null(agencies[0].Section);
        Assert.Equal("http://a.cn/x", agencies[1].Section!.Columns[0].Url.AbsoluteUri);
        Assert.Equal(AgencyCode.Parse("county"), agencies[1].Agency.Parent);
        Assert.Equal([null, new AgencyContact("党政办公室", "文化路6号", "0903-0000000")], agencies.Select(agency => agency.Agency.Contact));
        Assert.Equal([Daily, "0 30 8 * * ?"], agencies.Select(agency => agency.Plan.Text));
    }

    [Theory]
    [InlineData("""{"agencies":[]}""", "agencies", ProblemKind.NoAgencies)]
    [InlineData("""{"agencies":[{"code":"a","nam":"甲","name":"甲"}]}""", "agencies[0].nam", ProblemKind.UnknownKey)]
    [InlineData("""{"agencies":[{"name":"甲"}]}""", "agencies[0].code", ProblemKind.MissingKey)]
    [InlineData("""{"agencies":[{"code":"甲","name":"甲"}]}""", "agencies[0].code", ProblemKind.BadAgencyCode)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","level":"village"}]}""", "agencies[0].level", ProblemKind.BadLevel)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","schedule":"daily at 7"}]}""", "agencies[0].schedule", ProblemKind.BadSchedule)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","schedule":"0 7 * * *"}]}""", "agencies[0].schedule", ProblemKind.BadSchedule)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","portal":"a.cn"}]}""", "agencies[0].portal", ProblemKind.BadAddress)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","parent":"b"}]}""", "agencies[0].parent", ProblemKind.UnknownParent)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","parent":"a"}]}""", "agencies[0].parent", ProblemKind.ParentCycle)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲"},{"code":"a","name":"乙"}]}""", "agencies[1].code", ProblemKind.DuplicateAgency)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","columns":"town.json"}]}""", "agencies[0].columns", ProblemKind.WrongType)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","contact":{"office":"乙","address":"丙"}}]}""", "agencies[0].contact.phone", ProblemKind.MissingKey)]
    [InlineData("""{"agencies":[{"code":"a","name":"甲","contact":"党政办公室"}]}""", "agencies[0].contact", ProblemKind.WrongType)]
    public void A_fault_is_named_with_its_place(string json, string where, ProblemKind kind)
    {
        Read(json);

        Assert.Equal([(where, kind)], _problems.Select(problem => (problem.Where, problem.Kind)));
    }

    [Fact]
    public void A_column_file_that_is_not_there_is_named()
    {
        Read("""{"agencies":[{"code":"a","name":"甲","columns":["columns/none.json"]}]}""");

        Assert.Equal([(Path.Combine(_folder.Path, "columns/none.json"), ProblemKind.FileMissing)], _problems.Select(problem => (problem.File, problem.Kind)));
    }

    [Fact]
    public void The_shipped_configuration_is_sound()
    {
        var agencies = AgencyFile.Read(Repository.PathTo("config"), Daily, _problems);

        Assert.Empty(_problems);
        Assert.True(agencies.Single().Section!.Columns.Count >= 30);
    }

    private IReadOnlyList<AuditedAgency> Read(string json)
    {
        File.WriteAllText(_folder.File(AgencyFile.FileName), json);
        return AgencyFile.Read(_folder.Path, Daily, _problems);
    }
}
