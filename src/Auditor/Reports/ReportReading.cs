using Disclosure.Columns;

namespace Disclosure.Auditor.Reports;

/// <summary>What came of reading a file or page as a published report.</summary>
public abstract record ReportReading
{
    private ReportReading()
    {
    }

    public sealed record Read(PublishedReport Report) : ReportReading;

    /// <summary>Not read, which says nothing about the report's figures.</summary>
    /// <param name="Detail">Technical particulars in English.</param>
    /// <param name="Links">What a page without tables links to, as written there; one of them may be the report.</param>
    public sealed record Unreadable(ReportFault Fault, string Detail, IReadOnlyList<string> Links) : ReportReading
    {
        public Unreadable(ReportFault fault, string detail = "")
            : this(fault, detail, [])
        {
        }

        /// <summary>Why nothing came from its address; null when that is not the fault.</summary>
        public Reason? NotFetched { get; init; }
    }
}

/// <summary>Why a file or page could not be read as a report; each has a sentence that says what to do.</summary>
public enum ReportFault
{
    FileNotFound,

    /// <summary>The file is there and may not be opened.</summary>
    FileNotOpened,

    /// <summary>The page or file did not come from its address.</summary>
    NotFetched,

    TooLarge,
    Empty,
    Pdf,

    /// <summary>OFD, the national format for signed documents.</summary>
    Ofd,

    /// <summary>doc, xls or wps.</summary>
    OldOffice,

    /// <summary>An office file that asks for a password.</summary>
    Encrypted,

    Picture,
    Archive,
    Rtf,

    /// <summary>A web archive (mht).</summary>
    WebArchive,

    /// <summary>Text without its tables: which number stood under which heading is lost.</summary>
    PlainText,

    /// <summary>The file is damaged or cut off.</summary>
    Damaged,

    /// <summary>JSON, but no report that this program wrote.</summary>
    OtherJson,

    /// <summary>A page or document without any of the three tables.</summary>
    NoTables,
}
