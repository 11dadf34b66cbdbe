using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Disclosure.Auditor.Tests.Fetch;

/// <summary>
/// A server that says exactly the bytes a test gives it and keeps no rule of HTTP: for answers that are cut short, drip, or
/// never come. robots.txt is answered with 404.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _talks = [];
    private readonly Task _loop;
    private int _pagesAsked;

    public RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _listener.Start();
        Root = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _loop = AcceptAsync(answer);
    }

    public Uri Root { get; }

    public int PagesAsked => _pagesAsked;

    public static RawServer Saying(string answer) => new((stream, token) => SayAsync(stream, answer, token));

    public static Task SayAsync(NetworkStream stream, string text, CancellationToken cancellationToken) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        await Task.WhenAll(_talks);
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token), answer));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = "";
                var buffer = new byte[4096];
                while (!head.Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(buffer, _stop.Token);
                    if (read == 0)
                        return;
                    head += Encoding.Latin1.GetString(buffer, 0, read);
                }

                if (head.StartsWith("GET /robots.txt", StringComparison.Ordinal))
                {
                    await SayAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", _stop.Token);
                    return;
                }

                Interlocked.Increment(ref _pagesAsked);
                await answer(stream, _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client has had enough, which is what some tests are about.
            }
        }
    }
}
