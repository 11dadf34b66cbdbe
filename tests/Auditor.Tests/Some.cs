using Disclosure.Columns;

namespace Disclosure.Auditor.Tests;

/// <summary>Values that a test needs and does not care about.</summary>
internal static class Some
{
    public static Column Column(Uri url, string name = "通知公告", ColumnKind kind = ColumnKind.Notice) =>
        new(ColumnId.Parse("c1"), name, ["政务公开"], url, kind, UpdateWindow.For(kind), KeyArea: false, Exempt: null);
}
