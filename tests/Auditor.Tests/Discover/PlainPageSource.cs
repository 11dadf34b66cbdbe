using System.Security.Cryptography;
using System.Text;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Discover;

/// <summary>The least a page source can be: one GET, redirects followed, a status turned into a reason.</summary>
internal sealed class PlainPageSource : IPageSource, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public List<Uri> Asked { get; } = [];

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request.Address);
        try
        {
            using var answer = await _client.GetAsync(request.Address, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            var final = answer.RequestMessage!.RequestUri!;
            IReadOnlyList<Uri> hops = final == request.Address ? [] : [request.Address];
            var receipt = new Receipt(request.Address, final, default, (int)answer.StatusCode, Convert.ToHexStringLower(SHA256.HashData(body)), default, hops, "text/html", "", null, null, body, "");
            return (int)answer.StatusCode switch
            {
                < 300 => new FetchOutcome.Page(receipt, TextOf(body), Truncated: false),
                521 => new FetchOutcome.Failed(receipt, Reason.ChallengePage, "521"),
                >= 500 => new FetchOutcome.Failed(receipt, Reason.ServerError, answer.StatusCode.ToString()),
                _ => new FetchOutcome.Failed(receipt, Reason.PageNotFound, answer.StatusCode.ToString()),
            };
        }
        catch (HttpRequestException problem)
        {
            var receipt = new Receipt(request.Address, request.Address, default, 0, "", default, [], "", "", null, null, default, "");
            return new FetchOutcome.Failed(receipt, Reason.ConnectionFailed, problem.Message);
        }
    }

    private static string TextOf(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Contains("charset=gb2312", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(body) : text;
    }

    public void Dispose() => _client.Dispose();
}
