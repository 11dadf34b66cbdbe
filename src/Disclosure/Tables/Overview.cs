using System.Globalization;
using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>Section one (总体情况): its five parts in the form's order.</summary>
internal sealed class Overview(ReportMaterial material, ReportFigures figures, ReportWriter prose, ReportSentence say)
{
    /// <summary>The ways an application comes in that Art. 31 tells apart and an office must watch.</summary>
    private static readonly Channel[] Watched = [Channel.InPerson, Channel.Post, Channel.Fax, Channel.Online];

    private int Year => material.Entered.Year;

    public IReadOnlyList<ReportBlock> Blocks() =>
    [
        Heading("Proactive"), .. Published(), .. Decisions(), .. prose.Optional(ReportPlaces.Proactive),
        Heading("Requests"), .. Requests(), .. Remedies(), .. ProofOfZero(), .. prose.Optional(ReportPlaces.Requests),
        Heading("Management"), .. prose.Required(ReportPlaces.Management),
        Heading("Platform"), .. Adjustments(), .. Promise(), .. prose.Optional(ReportPlaces.Platform),
        Heading("Supervision"), .. prose.Required(ReportPlaces.Supervision),
    ];

    private ReportBlock.SubHeading Heading(string part) => new(say($"Report.Heading.{part}"));

    private IReadOnlyList<ReportBlock> Published() => material.Published is { } published
        ? [ReportWriter.Paragraph(say("Report.Published", ("year", Year), ("total", published.Total), ("keyArea", published.KeyArea), ("other", published.Other)))]
        : prose.Required(ReportPlaces.Published);

    /// <summary>Table two in words, once every number of it is known.</summary>
    private IReadOnlyList<ReportBlock> Decisions()
    {
        var two = figures.Proactive;
        if (Enum.GetValues<ProactiveCell>().Any(cell => !two[cell].IsNumber))
            return [];
        return
        [
            ReportWriter.Paragraph(say(
                "Report.Decisions",
                ("issued", two.NormativeDocuments.Issued), ("repealed", two.NormativeDocuments.Repealed), ("inForce", two.NormativeDocuments.InForce),
                ("licences", two.Licences), ("penalties", two.Penalties), ("measures", two.CompulsoryMeasures), ("fees", two.Fees))),
        ];
    }

    private IReadOnlyList<ReportBlock> Requests()
    {
        if (RequestRows.All.Any(row => !Total(row).IsNumber))
            return [];
        List<string> sentences =
        [
            say("Report.Requests", ("year", Year), ("received", Total(RequestRow.NewlyReceived)), ("carriedIn", Total(RequestRow.CarriedIn)), ("decided", Total(RequestRow.Total)), ("carriedOut", Total(RequestRow.CarriedOut))),
        ];
        if (Total(RequestRow.Total).Value > 0)
        {
            sentences.Add(say(
                "Report.Results",
                ("granted", Sum(RequestRow.Granted, RequestRow.Granted)),
                ("partly", Sum(RequestRow.PartlyGranted, RequestRow.PartlyGranted)),
                ("refused", Sum(RequestRow.RefusedStateSecret, RequestRow.RefusedRegistryQuery)),
                ("unable", Sum(RequestRow.UnableNotHeld, RequestRow.UnableStillUnclear)),
                ("notHandled", Sum(RequestRow.NotHandledPetition, RequestRow.NotHandledReconfirm)),
                ("otherwise", Sum(RequestRow.OtherNoCorrection, RequestRow.OtherOther))));
        }

        if (material.Handling is { } handling && Total(RequestRow.NewlyReceived).Value + Total(RequestRow.CarriedIn).Value > 0)
        {
            sentences.Add(say(
                "Report.Handling",
                ("corrections", handling.Corrections), ("extensions", handling.Extensions), ("consultations", handling.Consultations),
                ("late", handling.AnsweredLate), ("overdue", handling.Overdue)));
        }

        return [ReportWriter.Paragraph(sentences)];
    }

    private IReadOnlyList<ReportBlock> Remedies()
    {
        var totals = Enum.GetValues<RemedyRoute>().Select(route => figures.Remedies[route, RemedyHeading.Total]).ToList();
        return totals.All(total => total.IsNumber)
            ? [ReportWriter.Paragraph(say("Report.Remedies", ("reconsiderations", totals[0]), ("direct", totals[1]), ("after", totals[2])))]
            : [];
    }

    /// <summary>零申请自证: zero is said only with who looked where and when; what nobody looked at, or what does not fit, is marked.</summary>
    private IEnumerable<ReportBlock> ProofOfZero()
    {
        if (material.Children is not null || Total(RequestRow.NewlyReceived).Value != 0)
            yield break;
        var reviews = Watched
            .Select(channel => (Channel: channel, Review: material.Entered.Reviews.FindLast(review => review.Channel == channel)))
            .ToList();
        var seen = reviews.Where(one => one.Review is { Found: 0 }).ToList();
        if (seen.Count > 0)
            yield return ReportWriter.Paragraph(say("Report.ZeroProof", ("channels", Join(seen.Select(one => say("Report.ZeroProof.Channel", ("channel", NameOf(one.Channel)), ("day", Day(one.Review!.On))))))));
        foreach (var one in reviews.Where(one => one.Review is { Found: > 0 }))
            yield return ReportWriter.Marked(ReportPlaces.Channels, say("Report.ZeroProof.Found", ("channel", NameOf(one.Channel)), ("day", Day(one.Review!.On)), ("found", one.Review!.Found)));
        var unseen = reviews.Where(one => one.Review is null).ToList();
        if (unseen.Count == 0)
            yield break;
        foreach (var block in prose.Written(ReportPlaces.Channels) ?? [ReportWriter.Marked(ReportPlaces.Channels, say("Report.ToWrite.overview.channels", ("channels", Join(unseen.Select(one => NameOf(one.Channel))))))])
            yield return block;
    }

    private IReadOnlyList<ReportBlock> Adjustments() => material.ColumnAdjustments is { } times
        ? [ReportWriter.Paragraph(say("Report.Adjustments", ("times", times)))]
        : prose.Required(ReportPlaces.Columns);

    /// <summary>无空白栏目、无半年以上未更新栏目 is said only when it was seen; otherwise what was seen is put before the writer.</summary>
    private IReadOnlyList<ReportBlock> Promise()
    {
        if (material.Promise is not { } evidence)
            return prose.Required(ReportPlaces.Promise);
        var seen = evidence.Seen;
        if (seen.Kept is true)
            return [ReportWriter.Paragraph(say("Report.Promise.Kept", ("day", Day(evidence.On)), ("columns", evidence.Columns)))];
        var facts = say("Report.Promise.NotKept", ("day", Day(evidence.On)), ("columns", evidence.Columns), ("empty", seen.Empty.Count), ("silent", seen.Silent.Count), ("unseen", seen.Unseen.Count));
        // What a person writes instead is taken, but not the very sentence that the evidence does not carry.
        return prose.Written(ReportPlaces.Promise, unlessItSays: FormLabels.Promises) ?? [ReportWriter.Marked(ReportPlaces.Promise, facts)];
    }

    private string Join(IEnumerable<string> names) => string.Join(say("Report.And"), names);

    private string NameOf(Channel channel) => say($"Register.Channel.{channel}");

    private string Day(DateOnly day) => day.ToString(say("Report.Day"), CultureInfo.InvariantCulture);

    private Figure Total(RequestRow row) => figures.Requests[row, RequestHeading.Total];

    private Figure Sum(RequestRow first, RequestRow last)
    {
        var sum = 0m;
        for (var row = first; row <= last; row++)
            sum += Total(row).Value!.Value;
        return Figure.Of(sum);
    }
}
