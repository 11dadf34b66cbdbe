using System.Text.RegularExpressions;
using Disclosure.Columns;

namespace Disclosure.Auditor.Discover;

/// <summary>A column as the walk found it, before its place and kind are settled.</summary>
/// <param name="LinkText">The text of the link or the name of the node that led here; empty when it names nothing.</param>
/// <param name="Under">The tree node above, when a tree led here.</param>
/// <param name="From">The page the link stands on.</param>
/// <param name="Page">Null when the page could not be looked at, or is only a node of a catalogue.</param>
/// <param name="OpensChild">The address only forwards to a column below it.</param>
internal sealed record FoundColumn(Uri Address, string LinkText, Uri? Under, Uri From, bool InTree, NavigationPage? Page, bool OpensChild, Doubt? Doubt);

/// <summary>Follows the section's navigation, breadth first, until every link that may lead to one of its columns was looked at.</summary>
internal sealed partial class SectionWalk(NavigationSource pages, SectionScope scope, DiscoverOptions options)
{
    private readonly Queue<Step> _queue = new();
    private readonly HashSet<string> _queued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundColumn> _found = new(StringComparer.Ordinal);

    /// <summary>In the order they were met.</summary>
    public IReadOnlyCollection<FoundColumn> Found => _found.Values;

    public List<UnseenPage> Unseen { get; } = [];

    public List<LeftOutPage> LeftOut { get; } = [];

    public async Task RunAsync(NavigationPage start, CancellationToken cancellationToken)
    {
        _queued.Add(ColumnAddress.Key(scope.Start));
        Follow(start, scope.Start, depth: 0);
        while (_queue.TryDequeue(out var step))
        {
            if (IsNodeOfReadPage(step))
                Take(step, step.Address, page: null, doubt: null);
            else if (pages.Asked >= options.MaxPages)
                Miss(step, new(step.Address, Reason.NotLookedYet, $"the walk ends at {options.MaxPages} pages"));
            else
                Settle(step, await pages.LookAsync(step.Address, step.From, cancellationToken));
        }
    }

    private void Settle(Step step, Look look)
    {
        if (look is Look.Seen seen)
            Settle(step, seen);
        else
            Miss(step, (Look.Unseen)look);
    }

    private void Settle(Step step, Look.Seen seen)
    {
        var moved = ColumnAddress.Key(seen.Final) != ColumnAddress.Key(step.Address);
        if (moved && !IsNewPlace(step, seen))
            return;
        if (step.IsFrame)
        {
            Follow(seen.Page, step.From, step.Depth);
            return;
        }

        if (TwinOf(step, seen) is { } twin)
        {
            LeaveOut(step, $"the same page as {twin}");
            return;
        }

        if (scope.WhyOutside(seen.Page, step.InTree) is { } outside)
            LeaveOut(step, outside);
        else if (seen.Page.NameFor(step.Text) is { } name && seen.Page.FirstPage(name) is { } first && _queued.Contains(ColumnAddress.Key(first)))
            LeaveOut(step, $"a further page of {first}");
        else if (IsArticleOfOtherColumn(seen.Page, step.Text))
            LeaveOut(step, "an article, not a column");
        else
            Enter(step, seen.Final, seen.Page);
    }

    private void Enter(Step step, Uri address, NavigationPage page)
    {
        if (page.NameFor(step.Text) is null)
            LeaveOut(step, "neither its page nor the link to it gives it a name");
        else
            Take(step, address, page, ColumnAddress.IsArticle(address) || page.IsArticle ? Doubt.OpensOnOneArticle : null);
        Follow(page, address, step.Depth + 1);
    }

    /// <summary>A forward to another page: to one already known it adds nothing, unless the link names a parent that opens on its first child.</summary>
    private bool IsNewPlace(Step step, Look.Seen seen)
    {
        if (!scope.IsSameSite(seen.Final) || scope.IsStart(seen.Final))
        {
            LeaveOut(step, $"forwards to {seen.Final}");
            return false;
        }

        var named = seen.Page.NameFor("");
        var isParent = step.Text.Length > 0 && named is not null && named != step.Text
            && seen.Final.AbsolutePath.StartsWith(ColumnAddress.Directory(step.Address), StringComparison.Ordinal);
        if (isParent)
            _found.TryAdd(ColumnAddress.Key(step.Address), new(ColumnAddress.Clean(step.Address), step.Text, step.Under, step.From, step.InTree, null, OpensChild: true, null));
        if (!_queued.Add(ColumnAddress.Key(seen.Final)))
            return false;
        if (isParent)
        {
            Settle(step with { Address = seen.Final, Text = "", Under = step.Address }, seen with { Asked = seen.Final });
            return false;
        }

        return true;
    }

    /// <summary>The same bytes at a second address are the same column, if the page itself says that it is the one the link names.</summary>
    private Uri? TwinOf(Step step, Look.Seen seen)
    {
        var named = seen.Page.NameFor("");
        if (named is null || (step.Text.Length > 0 && step.Text != named) || seen.Sha256.Length == 0)
            return null;
        return _bodies.TryAdd(seen.Sha256, seen.Final) ? null : _bodies[seen.Sha256];
    }

    /// <summary>An article's page carries its column's name in meta and breadcrumb, and the text of the link to it as its heading.</summary>
    private static bool IsArticleOfOtherColumn(NavigationPage page, string linkText)
    {
        var column = page.ColumnName ?? (page.Crumbs.Count > 0 ? page.Crumbs[^1].Name : null);
        return column is not null && column != linkText && linkText.Length > 0 && page.Heading == linkText && page.OwnRows.Count == 0;
    }

    private void Take(Step step, Uri address, NavigationPage? page, Doubt? doubt) =>
        _found.TryAdd(ColumnAddress.Key(address), new(ColumnAddress.Clean(address), step.Text, step.Under, step.From, step.InTree, page is null ? null : page with { Links = [], Channels = [] }, OpensChild: false, doubt));

    /// <summary>A page that could not be looked at is still a column where its place says so; a broken column is one all the same.</summary>
    private void Miss(Step step, Look.Unseen unseen)
    {
        Unseen.Add(new(step.Address, step.Text, unseen.Reason, unseen.Detail));
        if (step.Text.Length > 0 && (step.InTree || scope.Covers(step.Address)))
            Take(step, step.Address, page: null, Doubt.PageNotSeen);
    }

    private void LeaveOut(Step step, string why) => LeftOut.Add(new(step.Address, step.Text, why));

    private void Follow(NavigationPage page, Uri from, int depth)
    {
        var local = LocalBlocks(page);
        var root = RootOfCatalogue(page);
        foreach (var frame in page.Frames)
            Queue(new(frame, "", Under: null, from, InTree: false, depth, IsFrame: true));
        foreach (var channel in page.Channels.Where(channel => channel != root))
            Queue(new(channel.Address, channel.Name, root is not null && channel.Under == root.Address ? from : channel.Under, from, InTree: true, depth));
        foreach (var link in page.Links.Where(link => !link.Dated))
        {
            var text = NavigationReader.CleanName(link.Text) ?? "";
            if (IsCandidate(link, text, local))
                Queue(new(link.Address, text, link.Under, from, InTree: false, depth));
        }
    }

    /// <summary>The one node at the top of a catalogue is the catalogue itself, whose page this is.</summary>
    private static Channel? RootOfCatalogue(NavigationPage page) =>
        page.Channels.Where(channel => channel.Under is null).ToList() is [{ Address.Fragment.Length: > 0 } only] && page.Channels.Count > 1 ? only : null;

    private void Queue(Step step)
    {
        if (!scope.IsSameSite(step.Address) || !_queued.Add(ColumnAddress.Key(step.Address)))
            return;
        if (Service().IsMatch(step.Text))
            LeaveOut(step, "a service, not a column");
        else if (step.Depth >= options.MaxDepth)
            Miss(step, new(step.Address, Reason.NotLookedYet, $"more than {options.MaxDepth} links from the start"));
        else
            _queue.Enqueue(step);
    }

    private bool IsCandidate(NavLink link, string text, HashSet<int> local)
    {
        if (!scope.IsSameSite(link.Address))
            return false;
        if (ColumnAddress.MayBeColumn(link.Address))
            return scope.Covers(link.Address) || ColumnAddress.IsNumbered(link.Address) || local.Contains(link.Block);

        // A guide or a set of rules is often linked straight to its only article, among the columns.
        return ColumnAddress.IsArticle(link.Address) && local.Contains(link.Block) && text.Length > 0 && ColumnNames.KindOf(text, []) is ColumnKind.Document;
    }

    /// <summary>The lists and boxes of which at least half leads into the section: its own menu, whatever the addresses.</summary>
    private HashSet<int> LocalBlocks(NavigationPage page) =>
        [.. page.Links.Where(link => !link.Dated && ColumnAddress.MayBeColumn(link.Address)).GroupBy(link => link.Block)
            .Where(block => block.Count(link => scope.Covers(link.Address)) is > 1 and var own && own * 2 >= block.Count())
            .Select(block => block.Key)];

    /// <summary>A category of a catalogue whose page was read: another request would give the same page.</summary>
    private static bool IsNodeOfReadPage(Step step) => step.InTree && step.Address.Fragment.Length > 0;

    [GeneratedRegex("信箱|留言|咨询|投诉|举报|检索|搜索|查询系统|登录|注册|无障碍|长者|手机版|English|RSS|订阅|智能问答|网站地图", RegexOptions.IgnoreCase)]
    private static partial Regex Service();

    private sealed record Step(Uri Address, string Text, Uri? Under, Uri From, bool InTree, int Depth, bool IsFrame = false);
}
