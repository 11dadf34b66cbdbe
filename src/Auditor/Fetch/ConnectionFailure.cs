using System.Net.Sockets;
using System.Security.Authentication;
using Disclosure.Columns;

namespace Disclosure.Auditor.Fetch;

/// <summary>Turns what went wrong below HTTP into a reason and particulars a person can act on.</summary>
internal static class ConnectionFailure
{
    /// <returns>The reason, the particulars, and whether trying again soon may help.</returns>
    public static (Reason Reason, string Detail, bool MayPass) Of(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressNotAllowedException:
                    return (Reason.AddressNotAllowed, inner.Message, false);
                case AuthenticationException:
                    return (Reason.TlsFailed, TlsDetail(inner), false);
                case SocketException socket:
                    return OfSocket(socket);
                default:
                    break;
            }
        }

        var error = (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError;
        return error switch
        {
            HttpRequestError.NameResolutionError => (Reason.HostNotFound, exception.Message, false),
            HttpRequestError.SecureConnectionError => (Reason.TlsFailed, Innermost(exception), false),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded
                => (Reason.ServerError, $"the answer is not HTTP: {Innermost(exception)}", true),
            HttpRequestError.ResponseEnded => (Reason.ConnectionFailed, "the server closed the connection without an answer", true),
            _ => (Reason.ConnectionFailed, Innermost(exception), true),
        };
    }

    private static (Reason Reason, string Detail, bool MayPass) OfSocket(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery => (Reason.HostNotFound, socket.Message, false),
        SocketError.TryAgain => (Reason.HostNotFound, socket.Message, true),
        SocketError.TimedOut => (Reason.TimedOut, socket.Message, true),
        var code => (Reason.ConnectionFailed, $"{code}: {socket.Message}", true),
    };

    /// <summary>What is wrong with the certificate, in words, before the library's own message.</summary>
    private static string TlsDetail(Exception exception)
    {
        var message = Innermost(exception);
        var faults = new List<string>();
        Name("NotTimeValid", "the certificate has expired or is not valid yet");
        Name("RemoteCertificateNameMismatch", "the certificate is for another name");
        Name("UntrustedRoot", "the certificate's chain ends at an authority that is not trusted");
        Name("PartialChain", "the certificate's chain is incomplete or not trusted");
        Name("Revoked", "the certificate was revoked");
        Name("unsafe legacy renegotiation", "the server only speaks legacy renegotiation");
        return faults.Count == 0 ? message : $"{string.Join("; ", faults)} ({message})";

        void Name(string sign, string words)
        {
            if (exception.ToString().Contains(sign, StringComparison.OrdinalIgnoreCase))
                faults.Add(words);
        }
    }

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception.Message;
    }
}
