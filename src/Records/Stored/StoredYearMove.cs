using System.Diagnostics;
using System.Text.Json.Serialization;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="YearMove"/>. Nothing of a report year is personal: it is written to be published.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(StoredEnterProactive), "enter-proactive")]
[JsonDerivedType(typeof(StoredEnterText), "enter-text")]
[JsonDerivedType(typeof(StoredEnterPreviousPublished), "enter-previous-published")]
[JsonDerivedType(typeof(StoredReviewChannel), "review-channel")]
[JsonDerivedType(typeof(StoredPrepare), "prepare")]
[JsonDerivedType(typeof(StoredTieOut), "tie-out")]
[JsonDerivedType(typeof(StoredApproveYear), "approve")]
[JsonDerivedType(typeof(StoredPublish), "publish")]
[JsonDerivedType(typeof(StoredLock), "lock")]
[JsonDerivedType(typeof(StoredReopen), "reopen")]
[JsonDerivedType(typeof(StoredCorrectAfterLock), "correct-after-lock")]
internal abstract record StoredYearMove
{
    public abstract YearMove ToMove();

    public static StoredYearMove From(YearMove move) => move switch
    {
        YearMove.EnterProactive one => new StoredEnterProactive(StoredProactive.From(one.Figures), one.Source),
        YearMove.EnterText one => new StoredEnterText(one.Place, one.Text),
        YearMove.EnterPreviousPublished one => new StoredEnterPreviousPublished(StoredReportFigures.From(one.Figures), one.Source),
        YearMove.ReviewChannel one => new StoredReviewChannel(StoredText.Of(one.Channel), one.Found),
        YearMove.Prepare => new StoredPrepare(),
        YearMove.TieOut => new StoredTieOut(),
        YearMove.Approve => new StoredApproveYear(),
        YearMove.Publish one => new StoredPublish(one.Address, one.Sha256),
        YearMove.Lock one => new StoredLock(StoredReportFigures.From(one.Figures), one.Sha256),
        YearMove.Reopen one => new StoredReopen(one.Grounds),
        YearMove.CorrectAfterLock one => new StoredCorrectAfterLock([.. one.Corrections.Select(StoredCorrection.From)], one.Grounds),
        _ => throw new UnreachableException(),
    };
}

internal sealed record StoredEnterProactive(StoredProactive Figures, string Source) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.EnterProactive(Figures.ToValue(), Source);
}

internal sealed record StoredEnterText(string Place, string Text) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.EnterText(Place, Text);
}

internal sealed record StoredEnterPreviousPublished(StoredReportFigures Figures, string Source) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.EnterPreviousPublished(Figures.ToValue(), Source);
}

internal sealed record StoredReviewChannel(string Channel, int Found) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.ReviewChannel(StoredText.Name<Channel>(Channel), Found);
}

internal sealed record StoredPrepare : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.Prepare();
}

internal sealed record StoredTieOut : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.TieOut();
}

internal sealed record StoredApproveYear : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.Approve();
}

internal sealed record StoredPublish(string Address, string Sha256) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.Publish(Address, Sha256);
}

internal sealed record StoredLock(StoredReportFigures Figures, string Sha256) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.Lock(Figures.ToValue(), Sha256);
}

internal sealed record StoredReopen(string Grounds) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.Reopen(Grounds);
}

internal sealed record StoredCorrectAfterLock(List<StoredCorrection> Corrections, string Grounds) : StoredYearMove
{
    public override YearMove ToMove() => new YearMove.CorrectAfterLock([.. Corrections.Select(one => one.ToValue())], Grounds);
}

/// <summary>Stored shape of <see cref="FigureCorrection"/>.</summary>
internal sealed record StoredCorrection(string Place, string Published, string Corrected)
{
    public static StoredCorrection From(FigureCorrection one) => new(one.Place, one.Published, one.Corrected);

    public FigureCorrection ToValue() => new(Place, Published, Corrected);
}
