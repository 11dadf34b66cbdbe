using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.Tests.Shared;

/// <summary>
/// A portal on a loopback port of its own: path and query → a canned answer, with a log of what was asked and when.
/// An address nobody canned answers 404, like a real portal.
/// </summary>
public sealed class CannedPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Asked> _log = new();
    private int _inFlight;

    private CannedPortal(WebApplication app) => _app = app;

    /// <summary>The portal's root, ending in '/'.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>Every request so far, in order of arrival.</summary>
    public IReadOnlyList<Asked> Log => [.. _log];

    public Uri At(string pathAndQuery) => new(Root, pathAndQuery);

    public static async Task<CannedPortal> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var portal = new CannedPortal(builder.Build());
        portal._app.Run(portal.AnswerAsync);
        await portal._app.StartAsync();
        portal.Root = new Uri(portal._app.Urls.Single() + "/");
        return portal;
    }

    /// <summary>Cans one page of HTML, UTF-8 unless told otherwise.</summary>
    public CannedPortal Page(string pathAndQuery, string html, string contentType = "text/html; charset=utf-8", Encoding? encoding = null, int status = 200) =>
        Bytes(pathAndQuery, (encoding ?? Encoding.UTF8).GetBytes(html), contentType, status);

    public CannedPortal Bytes(string pathAndQuery, byte[] body, string contentType = "text/html", int status = 200, params (string Name, string Value)[] headers) =>
        Answer(pathAndQuery, async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType.Length == 0 ? null : contentType;
            foreach (var (name, value) in headers)
                context.Response.Headers.Append(name, value);
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

    /// <summary>Cans any behaviour at all: delays, drips, resets, cookies.</summary>
    public CannedPortal Answer(string pathAndQuery, RequestDelegate answer)
    {
        _answers[pathAndQuery] = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        var asked = context.Request.Path.Value + context.Request.QueryString.Value;
        _log.Enqueue(new(context.Request.Method, asked, TimeProvider.System.GetTimestamp(), inFlight, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        try
        {
            if (_answers.TryGetValue(asked, out var answer))
                await answer(context);
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>One request the portal saw.</summary>
    /// <param name="PathAndQuery">As asked, decoded path.</param>
    /// <param name="Timestamp">Stopwatch ticks at arrival.</param>
    /// <param name="InFlight">Requests being answered at that moment, this one included.</param>
    public sealed record Asked(string Method, string PathAndQuery, long Timestamp, int InFlight, IReadOnlyDictionary<string, string> Headers);
}
