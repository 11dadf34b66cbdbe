using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Reading;

/// <summary>The least that is a page source: one HttpClient, UTF-8, conditional requests, a cap on characters.</summary>
internal sealed class PlainPageSource(int cap = int.MaxValue) : IPageSource, IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Form is null && request.Json is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        if (request.Form is { } form)
            message.Content = new FormUrlEncodedContent(form);
        if (request.Json is { } json)
            message.Content = new StringContent(json, Encoding.UTF8, "application/json");
        message.Headers.Referrer = request.Referer;
        if (request.ETag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);

        using var answer = await _http.SendAsync(message, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = (int)answer.StatusCode;
        var receipt = new Receipt(request.Address, answer.RequestMessage!.RequestUri!, DateTimeOffset.UnixEpoch, status, Convert.ToHexStringLower(SHA256.HashData(body)), TimeSpan.Zero, [], answer.Content.Headers.ContentType?.MediaType ?? "", "utf-8", answer.Headers.ETag?.ToString(), null, body, "");
        if (status == 304 || receipt.Sha256 == request.KnownSha256)
            return new FetchOutcome.Unchanged(receipt);
        if (!answer.IsSuccessStatusCode)
            return new FetchOutcome.Failed(receipt, status == 404 ? Reason.PageNotFound : Reason.ServerError, status.ToString(CultureInfo.InvariantCulture));
        var text = Encoding.UTF8.GetString(body);
        return new FetchOutcome.Page(receipt, text[..Math.Min(cap, text.Length)], text.Length > cap);
    }

    public void Dispose() => _http.Dispose();
}
