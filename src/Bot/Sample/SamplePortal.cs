using System.Globalization;
using System.Net;
using Disclosure.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Disclosure.Bot.Sample;

/// <summary>
/// A small county portal on loopback, so that the first audit shows every verdict without touching anybody's server. Its dates
/// are counted from today: a column that is to be stale is stale on any day.
/// </summary>
/// <remarks>It binds to loopback only. Made-up notices under a government's name must not be served to a network.</remarks>
public sealed class SamplePortal : IAsyncDisposable
{
    private const string MarkerPath = "/.sample-portal";
    private const string Marker = "disclosure desk sample portal";

    private readonly WebApplication _app;
    private readonly SampleSeed _seed;
    private readonly SampleTemplates _templates;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private SampleSite _site;

    private SamplePortal(WebApplication app, string seedsFolder, TimeProvider clock)
    {
        (_app, _clock) = (app, clock);
        _seed = SampleSeed.Load(Path.Combine(seedsFolder, "portal.json"));
        _templates = new SampleTemplates(Path.Combine(seedsFolder, "templates"));
        _site = new SampleSite(_seed, _templates, TownshipTime.DayOf(clock.GetUtcNow()));
    }

    /// <summary>Where it answers, ending in '/'.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>The home page of the township's section, where a discovery starts.</summary>
    public Uri Section => new(Root, _seed.Columns.First(column => column.Id == _seed.Section).Path);

    /// <param name="listen">An http address on loopback; port 0 takes any free one.</param>
    /// <param name="seedsFolder">The folder that holds <c>portal.json</c> and <c>templates</c>.</param>
    /// <exception cref="SamplePortalException">The address is not on loopback or is taken, or a seed is at fault; the message says what to do.</exception>
    public static async Task<SamplePortal> StartAsync(Uri listen, string seedsFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var address = LoopbackOf(listen);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, listen.Port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        try
        {
            var portal = new SamplePortal(app, seedsFolder, clock);
            app.Run(portal.AnswerAsync);
            await app.StartAsync(cancellationToken);
            portal.Root = new Uri(app.Urls.Single() + "/");
            return portal;
        }
        catch (IOException problem)
        {
            await app.DisposeAsync();
            throw new SamplePortalException($"The sample portal cannot listen on {listen}: {problem.Message} Free the port, or set Sample:Listen to another one and config/columns/sample.json with it.", problem);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether a sample portal (of a running <c>serve</c>, say) already answers at the address, so that none need be started.</summary>
    public static async Task<bool> AnswersAtAsync(Uri listen, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        try
        {
            return await client.GetStringAsync(new Uri(listen, MarkerPath), limit.Token) == Marker;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private static IPAddress LoopbackOf(Uri listen)
    {
        var address = listen.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(listen.Host.Trim('[', ']'), out var parsed) ? parsed : null;
        if (listen.Scheme != Uri.UriSchemeHttp || address is null || !IPAddress.IsLoopback(address))
            throw new SamplePortalException($"The sample portal listens on loopback only, not on {listen}; set Sample:Listen to http://127.0.0.1:5180/.");
        return address;
    }

    private SampleSite SiteOfToday()
    {
        var today = TownshipTime.DayOf(_clock.GetUtcNow());
        lock (_gate)
        {
            if (_site.Today != today)
                _site = new SampleSite(_seed, _templates, today);
            return _site;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path == MarkerPath)
        {
            await context.Response.WriteAsync(Marker, context.RequestAborted);
            return;
        }

        var site = SiteOfToday();
        if (site.Find(path, name => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null) is { } page)
            await AnswerAsync(context, page, site.Today);
        else if (site.Find(path + "/", _ => null) is not null)
            context.Response.Redirect(path + "/", permanent: true);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task AnswerAsync(HttpContext context, SamplePage page, DateOnly today)
    {
        var response = context.Response;
        response.StatusCode = page.Status;
        response.ContentType = page.ContentType;
        if (page is { Status: StatusCodes.Status200OK, ETag: { } tag })
        {
            response.Headers.ETag = tag;
            response.Headers.LastModified = new DateTimeOffset(today, TimeOnly.MinValue, TownshipTime.TimeZone.BaseUtcOffset).ToString("R", CultureInfo.InvariantCulture);
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentLength = page.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(page.Body, context.RequestAborted);
    }
}
