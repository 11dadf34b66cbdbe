namespace Disclosure.Bot.Commands;

/// <summary>Writes each file whole or not at all, so that nobody ever reads half of one.</summary>
internal static class WholeFiles
{
    /// <summary>Puts files in place once all of them are on the disk; a refusal before that leaves every file as it was.</summary>
    /// <returns>Null when done, otherwise why not.</returns>
    public static async Task<string?> TryWriteAsync(IReadOnlyList<(string File, byte[] Content)> files, CancellationToken cancellationToken)
    {
        var drafts = files.Select(file => $"{file.File}.{Environment.ProcessId}.tmp").ToList();
        try
        {
            foreach (var (draft, (_, content)) in drafts.Zip(files))
                await File.WriteAllBytesAsync(draft, content, cancellationToken);
            foreach (var (draft, (file, _)) in drafts.Zip(files))
                File.Move(draft, file, overwrite: true);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
        finally
        {
            foreach (var left in drafts.Where(File.Exists))
                File.Delete(left);
        }
    }
}
