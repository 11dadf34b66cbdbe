using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Disclosure.Benchmarks;

/// <summary>The same commands in SQLite at the same durability: a row per record, the case's version checked and moved in one transaction.</summary>
internal static class SqliteYardstick
{
    public static double Measure(string file, bool isNew, int writers, TimeSpan window, string body)
    {
        Make(file, writers);
        var clock = Stopwatch.StartNew();
        var done = new int[writers];
        // A connection and a thread each: SQLite's calls block.
        var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() => done[writer] = Write(file, writer, isNew, clock, window, body))).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
            thread.Join();
        var perSecond = done.Sum() / clock.Elapsed.TotalSeconds;
        SqliteConnection.ClearAllPools();
        return perSecond;
    }

    private static void Make(string file, int writers)
    {
        using var connection = Open(file);
        Run(connection, "create table record (seq integer primary key, agency text not null, at text not null, kind text not null, body text not null)");
        Run(connection, "create table request (id text primary key, version integer not null, wrapped blob not null)");
        for (var writer = 0; writer < writers; writer++)
            Run(connection, $"insert into request values ('case-{writer}-0', 1, zeroblob(60))");
    }

    private static int Write(string file, int writer, bool isNew, Stopwatch clock, TimeSpan window, string body)
    {
        using var connection = Open(file);
        using var record = Command(connection, "insert into record (agency, at, kind, body) values ('town', '2025-03-04', 'case-entries', $body)", ("$body", body));
        using var move = Command(connection, "update request set version = $to where id = $id and version = $from", ("$id", $"case-{writer}-0"), ("$from", 0), ("$to", 0));
        using var birth = Command(connection, "insert into request values ($id, 1, zeroblob(60))", ("$id", ""));
        var done = 0;
        for (; clock.Elapsed < window; done++)
        {
            Run(connection, "begin immediate");
            if (isNew)
            {
                birth.Parameters["$id"].Value = $"case-{writer}-{done + 1}";
                birth.ExecuteNonQuery();
            }
            else
            {
                move.Parameters["$from"].Value = done + 1;
                move.Parameters["$to"].Value = done + 2;
                if (move.ExecuteNonQuery() != 1)
                    throw new InvalidOperationException("Nobody else moves this case.");
            }

            record.ExecuteNonQuery();
            Run(connection, "commit");
        }

        return done;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Run(connection, "pragma journal_mode=wal");
        Run(connection, "pragma synchronous=full");
        Run(connection, "pragma busy_timeout=60000");
        return connection;
    }

#pragma warning disable CA2100 // Every text is written in this file.
    private static SqliteCommand Command(SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
#pragma warning restore CA2100

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = Command(connection, text);
        command.ExecuteNonQuery();
    }
}
