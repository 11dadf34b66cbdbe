using System.Net;
using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Tests.Fetch;

public class AddressGuardTests
{
    private static readonly Uri Public = new("http://www.example.gov.cn/col/1.html");
    private static readonly Uri Sample = new("http://127.0.0.1:5080/");

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("223.5.5.5", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.0.1", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.0.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2002:c0a8:101::", false)]
    [InlineData("2001:0:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void A_public_name_may_only_be_at_a_public_address(string address, bool allowed) =>
        Assert.Equal(allowed, Guard(new()).Allows(IPAddress.Parse(address), Public, null));

    [Fact]
    public void A_network_the_configuration_names_may_be_connected_to()
    {
        var guard = Guard(new() { AllowedNetworks = ["10.20.0.0/16", "fd00::/8"] });

        Assert.True(guard.Allows(IPAddress.Parse("10.20.1.1"), Public, null));
        Assert.True(guard.Allows(IPAddress.Parse("::ffff:10.20.1.1"), Public, null));
        Assert.True(guard.Allows(IPAddress.Parse("fd00::1"), Public, null));
        Assert.False(guard.Allows(IPAddress.Parse("10.21.1.1"), Public, null));
    }

    [Fact]
    public void A_host_the_configuration_names_may_be_anywhere()
    {
        var guard = Guard(new() { AllowedHosts = ["WWW.example.gov.cn"] });

        Assert.True(guard.Allows(IPAddress.Parse("10.1.1.1"), Public, null));
        Assert.False(guard.Allows(IPAddress.Parse("10.1.1.1"), new("http://other.example.gov.cn/"), null));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/col", null, true)]
    [InlineData("http://127.0.0.1:5080/col", "http://www.example.gov.cn/", true)]
    [InlineData("http://127.0.0.1:6379/", null, false)]
    [InlineData("http://127.0.0.1:6379/", "http://127.0.0.1:5080/col", true)]
    [InlineData("http://127.0.0.1:6379/", "http://127.0.0.1:7000/col", false)]
    [InlineData("http://127.0.0.1:6379/", "http://www.example.gov.cn/", false)]
    [InlineData("http://localhost:6379/", "http://www.example.gov.cn/", false)]
    [InlineData("http://[::1]:6379/", "http://www.example.gov.cn/", false)]
    [InlineData("http://[::ffff:127.0.0.1]:6379/", null, false)]
    [InlineData("http://0x7f000001:6379/", null, false)]
    [InlineData("http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:5080/", false)]
    [InlineData("http://8.8.8.8/", "http://www.example.gov.cn/", true)]
    [InlineData("http://www.example.gov.cn/", "http://127.0.0.1:5080/", true)]
    public void Loopback_is_open_to_the_portal_configured_there_and_to_where_it_leads(string target, string? cameFrom, bool allowed) =>
        Assert.Equal(allowed, Guard(new()).Refusal(new(target), cameFrom is null ? null : new(cameFrom)) is null);

    [Fact]
    public void A_refusal_names_the_settings_that_would_allow_it()
    {
        var refusal = Guard(new()).Refusal(new("http://192.168.1.10/"), null);

        Assert.Equal("192.168.1.10 is at 192.168.1.10, which is not a public address; Fetch:AllowedNetworks (a network) or Fetch:AllowedHosts (this host) would allow it", refusal);
    }

    private static AddressGuard Guard(FetchOptions options) => new(options, new ConfiguredSites([Sample, Public]));
}
