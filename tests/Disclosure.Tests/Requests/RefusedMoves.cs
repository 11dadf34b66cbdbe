using Disclosure.Requests;
using static Disclosure.Tests.Shared.LawfulPeople;

namespace Disclosure.Tests.Requests;

/// <summary>One thing that somebody may not do, with what the office would call it.</summary>
internal sealed record RefusedMove(string Name, RefusalKind Kind, Func<Story> Given, string Today, Actor By, CaseMove Move)
{
    public string? On { get; init; }

    public string? Reason { get; init; }

    public int Minutes { get; init; }

    public Decision Try() => Given().Try(Today, By, Move, On, Reason, Minutes);
}

/// <summary>Each guard of the table, refused for its own reason.</summary>
internal static class RefusedMoves
{
    private static readonly PersonalText Text = Some.Text;

    private static readonly PersonalText Blank = PersonalText.Of(" ");

    public static IReadOnlyList<RefusedMove> All { get; } =
    [
        // Any move
        new("没有这一件", RefusalKind.NoSuchCase, () => Story.Begun, "2025-05-20", Clerk, new CaseMove.Close()),
        new("重复登记", RefusalKind.CaseExists, () => Story.Registered, "2025-05-21", Clerk, Story.OnBehalf()),
        new("未审查就送达", RefusalKind.NotFromThisState, () => Story.Registered, "2025-05-21", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "邮件")),
        new("归档后更正", RefusalKind.NotFromThisState, () => Story.Archived, "2025-06-05", Clerk, new CaseMove.CorrectRecord(null, null, ApplicantKind.CommercialEnterprise, Text)),
        new("送达后更正接收日", RefusalKind.NotFromThisState, () => Story.Answered, "2025-06-05", Head, new CaseMove.AmendReceiptDate(Some.Day("2025-05-19"), Text)),
        new("有人自称是拆分出的一件", RefusalKind.OnlyBySplit, () => Story.Registered, "2025-05-21", Clerk, new CaseMove.TakenBackBySplit()),
        new("经办人批准延期", RefusalKind.NotYourPart, () => Story.ExtensionAsked, "2025-06-11", OtherClerk, new CaseMove.ApproveExtension()),
        new("系统办结", RefusalKind.NotYourPart, () => Story.Answered, "2025-06-05", Actor.System, new CaseMove.Close()),
        new("县级监督改派", RefusalKind.NotYourPart, () => Story.Registered, "2025-05-21", Supervisor, new CaseMove.Reassign("clerk-2")),
        new("管理员兼分管领导签发", RefusalKind.AdminNeverApproves, () => Story.InApproval, "2025-05-29", new("both", Roles.Admin | Roles.DeputyLeader), new CaseMove.Approve()),
        new("管理员兼主要领导会签", RefusalKind.AdminNeverApproves, () => Story.FeeAsked, "2025-05-27", new("both", Roles.Admin | Roles.PrincipalLeader), new CaseMove.Countersign()),
        new("他人撤回申请", RefusalKind.NotYourCase, () => Story.Submitted, "2025-05-19", OtherApplicant, new CaseMove.Withdraw()),
        new("他人探问办理状态", RefusalKind.NotYourCase, () => Story.Registered, "2025-05-21", OtherApplicant, new CaseMove.Recall()),
        new("日期晚于今天", RefusalKind.InTheFuture, () => Story.Registered, "2025-05-21", Clerk, new CaseMove.BeginReview("clerk-1")) { On = "2025-05-22" },
        new("早于上一步", RefusalKind.BeforeLastFact, () => Story.UnderReview, "2025-05-22", Clerk, new CaseMove.BeginProcessing("民政办")) { On = "2025-05-20", Reason = "补录" },
        new("补录无理由", RefusalKind.BackdatedWithoutReason, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.BeginProcessing("民政办")) { On = "2025-05-22" },
        new("补录理由空白", RefusalKind.BackdatedWithoutReason, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.BeginProcessing("民政办")) { On = "2025-05-22", Reason = " " },
        new("记入锁定年度", RefusalKind.YearLocked, () => new Story { LockedYears = { 2025 } }, "2026-02-02", Clerk, Story.OnBehalf()) { On = "2025-12-30", Reason = "补录" },
        new("提交无联系方式", RefusalKind.FactMissing, () => Story.Begun, "2025-05-19", Applicant, new CaseMove.Submit(Some.Agency, Some.Application with { Contact = Blank }, Channel.Online)),
        new("送达无凭据", RefusalKind.FactMissing, () => Story.Approved, "2025-05-30", Clerk, new CaseMove.Send("答复1号", DeliveryRoute.Posted, "")),
        new("送达无编号", RefusalKind.FactMissing, () => Story.Approved, "2025-05-30", Clerk, new CaseMove.Send(" ", DeliveryRoute.Posted, "邮件")),
        new("经办人无书面材料撤回", RefusalKind.FactMissing, () => Story.Processing, "2025-05-30", Clerk, new CaseMove.Withdraw()),

        // Coming in
        new("网上提交邮寄件", RefusalKind.RegisteredByOffice, () => Story.Begun, "2025-05-19", Applicant, new CaseMove.Submit(Some.Agency, Some.Application, Channel.Post)),
        new("三十一分钟后收回", RefusalKind.RecallTooLate, () => Story.Submitted, "2025-05-19", Applicant, new CaseMove.Recall()) { Minutes = 31 },
        new("工作人员联系后收回", RefusalKind.AlreadyOpened, () => Story.Submitted.Then("2025-05-19", Clerk, new CaseMove.RecordUnreachable(Text)), "2025-05-19", Applicant, new CaseMove.Recall()) { Minutes = 10 },
        new("用去年编号登记", RefusalKind.NumberOfAnotherYear, () => Story.Begun, "2025-05-20", Clerk, Story.OnBehalf(year: 2024)),
        new("确认登记用明年编号", RefusalKind.NumberOfAnotherYear, () => Story.Submitted, "2025-05-20", Clerk, new CaseMove.ConfirmRegister(new(2026, 1), Text)),
        new("当面申请改日收到", RefusalKind.NotTheDayOfReceipt, () => Story.Begun, "2025-05-20", Clerk, Story.OnBehalf(Channel.InPerson, "2025-05-19", "2025-05-20")),
        new("传真确认早于到达", RefusalKind.NotTheDayOfReceipt, () => Story.Begun, "2025-05-20", Clerk, Story.OnBehalf(Channel.Fax, "2025-05-20", "2025-05-19")),
        new("收到晚于登记", RefusalKind.ReceivedAfterRegistration, () => Story.Begun, "2025-05-20", Clerk, Story.OnBehalf(Channel.OrdinaryMail, "2025-05-19", "2025-05-21")),
        new("接收日改到登记之后", RefusalKind.ReceivedAfterRegistration, () => Story.UnderReview, "2025-05-22", Head, new CaseMove.AmendReceiptDate(Some.Day("2025-05-22"), Text)),
        new("接收日未变", RefusalKind.NothingToCorrect, () => Story.UnderReview, "2025-05-22", Head, new CaseMove.AmendReceiptDate(Some.Day("2025-05-20"), Text)),

        // Review
        new("第八个工作日补正", RefusalKind.CorrectionNoticeLate, () => Story.UnderReview, "2025-05-30", Clerk, new CaseMove.RequestCorrection(Text, Some.Day("2025-06-10"), "补正1号")),
        new("经办人写理由补正超期", RefusalKind.CorrectionNoticeLate, () => Story.UnderReview, "2025-05-30", Clerk, new CaseMove.RequestCorrection(Text, Some.Day("2025-06-10"), "补正1号", Text)),
        new("负责人不写理由补正超期", RefusalKind.CorrectionNoticeLate, () => Story.UnderReview, "2025-05-30", Head, new CaseMove.RequestCorrection(Text, Some.Day("2025-06-10"), "补正1号")),
        new("第二次补正", RefusalKind.AlreadyCorrected, () => Story.Corrected, "2025-06-09", Head, new CaseMove.RequestCorrection(Text, Some.Day("2025-06-20"), "补正2号", Text)),
        new("补正期限就在当天", RefusalKind.DayTooEarly, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.RequestCorrection(Text, Some.Day("2025-05-26"), "补正1号")),
        new("补正期限内作逾期", RefusalKind.PeriodRunning, () => Story.AwaitingCorrection, "2025-06-10", Clerk, new CaseMove.LapseCorrection()),
        new("申请人已补正仍作逾期", RefusalKind.AlreadyCorrected, () => Story.Submitted.Then("2025-05-20", Clerk, new CaseMove.ConfirmRegister(new(2025, 1), Text)).Then("2025-05-21", Clerk, new CaseMove.BeginReview("clerk-1"))
            .Then("2025-05-22", Clerk, new CaseMove.RequestCorrection(Text, Some.Day("2025-05-30"), "补正1号")).Then("2025-05-30", Applicant, new CaseMove.ReceiveCorrection(Text)), "2025-06-03", Clerk, new CaseMove.LapseCorrection()),
        new("一件申请也要求说明理由", RefusalKind.TooSmall, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.AskReasons(1, Some.Day("2025-06-05"), "理由1号")),
        new("第二次要求说明理由", RefusalKind.ReasonsAlreadyAsked, () => Story.AwaitingReasons.Then("2025-06-05", Clerk, new CaseMove.ReceiveReasons(Text)), "2025-06-06", Clerk, new CaseMove.AskReasons(30, Some.Day("2025-06-15"), "理由2号")),
        new("说明理由期限内作期满", RefusalKind.PeriodRunning, () => Story.AwaitingReasons, "2025-06-05", Clerk, new CaseMove.ReceiveReasons(null)),
        new("未说明理由作合理延迟", RefusalKind.PostponedWithoutReasons, () => Story.AwaitingReasons, "2025-06-06", Clerk, new CaseMove.ReceiveReasons(null, Some.Day("2025-07-01"))),
        new("两件同号", RefusalKind.PartsNotDistinct, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.Split([Story.Part(2), Story.Part(2)])),
        new("拆出零件", RefusalKind.PartsNotDistinct, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.Split([])),
        new("拆分用本件编号", RefusalKind.PartsNotDistinct, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.Split([Story.Part(1)])),
        new("拆分用去年编号", RefusalKind.NumberOfAnotherYear, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.Split([Story.Part(2, 2024)])),
        new("征求意见后拆分", RefusalKind.SplitAfterConsultation, () => Story.Consulting, "2025-05-27", Clerk, new CaseMove.Split([Story.Part(2)])),
        new("未拆分就撤销", RefusalKind.NotSplit, () => Story.UnderReview, "2025-05-23", Clerk, new CaseMove.UndoSplit()),
        new("拆分件未读取就撤销", RefusalKind.ChildTouched, () => Forgetting(Story.Split), "2025-05-26", Clerk, new CaseMove.UndoSplit()),
        new("拆分件已办理就撤销", RefusalKind.ChildTouched, () => Touching(Story.Split), "2025-05-26", Clerk, new CaseMove.UndoSplit()),

        // Consultation, extension, fee
        new("征求意见跳号", RefusalKind.NumberNotNext, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.ConsultAgency(2, "县水利局", "征求2号")),
        new("没有征求却收到意见", RefusalKind.NoOpenConsultation, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.ConsultReturned(1, true, Text)),
        new("征求函两次送达", RefusalKind.AlreadyDelivered, () => Story.Consulting.Then("2025-05-27", Clerk, new CaseMove.ConsultDelivered(1)), "2025-05-28", Clerk, new CaseMove.ConsultDelivered(1)),
        new("未送达作期满", RefusalKind.NotDelivered, () => Story.Consulting, "2025-07-01", Actor.System, new CaseMove.ConsultSilent(1)),
        new("第十五个工作日作期满", RefusalKind.PeriodRunning, () => Story.Consulting.Then("2025-05-27", Clerk, new CaseMove.ConsultDelivered(1)), "2025-06-18", Actor.System, new CaseMove.ConsultSilent(1)),
        new("逾期后申请延期", RefusalKind.AfterDeadline, () => Story.Processing, "2025-06-19", Clerk, new CaseMove.RequestExtension(5, Text)),
        new("逾期后批准延期", RefusalKind.AfterDeadline, () => Story.ExtensionAsked, "2025-06-19", Head, new CaseMove.ApproveExtension()),
        new("逾期后告知延期", RefusalKind.AfterDeadline, () => Story.ExtensionApproved, "2025-06-19", Clerk, new CaseMove.NotifyExtension("延期1号")),
        new("逾期后收费", RefusalKind.AfterDeadline, () => Story.Processing, "2025-06-19", Clerk, new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 100, "收费1号")),
        new("延期二十一日", RefusalKind.OutOfBounds, () => Story.Processing, "2025-06-10", Clerk, new CaseMove.RequestExtension(21, Text)),
        new("延期零日", RefusalKind.OutOfBounds, () => Story.Processing, "2025-06-10", Clerk, new CaseMove.RequestExtension(0, Text)),
        new("第二次延期", RefusalKind.AlreadyExtended, () => Story.ExtensionAsked, "2025-06-11", Clerk, new CaseMove.RequestExtension(5, Text)),
        new("未申请就批准延期", RefusalKind.NoExtension, () => Story.Processing, "2025-06-10", Head, new CaseMove.ApproveExtension()),
        new("自己批准自己的延期", RefusalKind.SamePerson, () => Story.Processing.Then("2025-06-10", Head, new CaseMove.RequestExtension(5, Text)), "2025-06-11", Head, new CaseMove.ApproveExtension()),
        new("两次批准延期", RefusalKind.ExtensionAlreadyApproved, () => Story.ExtensionApproved, "2025-06-12", Principal, new CaseMove.ApproveExtension()),
        new("未批准就告知延期", RefusalKind.ExtensionNotApproved, () => Story.ExtensionAsked, "2025-06-11", Clerk, new CaseMove.NotifyExtension("延期1号")),
        new("第二次收费", RefusalKind.FeeAlreadyIssued, () => Story.AwaitingFee.Then("2025-05-28", Clerk, new CaseMove.WaiveFee(Text)), "2025-05-29", Clerk, new CaseMove.IssueFeeNotice(FeeBasis.ByPage, 50, "收费2号")),
        new("收费零元", RefusalKind.TooSmall, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 0, "收费1号")),
        new("少缴费", RefusalKind.NotTheSumAsked, () => Story.AwaitingFee, "2025-05-28", Clerk, new CaseMove.RecordPayment(99, "票据1号")),
        new("收费通知未送达作逾期", RefusalKind.NotDelivered, () => Story.AwaitingFee, "2025-08-01", Clerk, new CaseMove.LapseFee()),
        new("缴费期内作逾期", RefusalKind.PeriodRunning, () => Story.AwaitingFee.Then("2025-05-28", Clerk, new CaseMove.RecordFeeDelivery("邮件")), "2025-06-26", Clerk, new CaseMove.LapseFee()),
        new("重新办理时延期", RefusalKind.TermIsSet, () => Story.Redeciding, "2025-08-05", Clerk, new CaseMove.RequestExtension(5, Text)),
        new("重新办理时撤回", RefusalKind.TermIsSet, () => Story.Redeciding, "2025-08-05", Clerk, new CaseMove.Withdraw(Text)),

        // The second person
        new("自己会签自己的收费", RefusalKind.SamePerson, () => Story.Processing.Then("2025-05-26", Head, new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 100, "收费1号")), "2025-05-27", Head, new CaseMove.Countersign()),
        new("没有待会签事项", RefusalKind.NothingPending, () => Story.Processing, "2025-05-27", Head, new CaseMove.Countersign()),
        new("经办人会签另一经办人的逾期", RefusalKind.NotYourPart, () => Story.AwaitingCorrection.Then("2025-06-11", Clerk, new CaseMove.LapseCorrection()), "2025-06-11", OtherClerk, new CaseMove.Countersign()),
        new("会签时已逾期", RefusalKind.AfterDeadline, () => Story.FeeAsked, "2025-06-19", Head, new CaseMove.Countersign()),

        // Answer
        new("征求未结束就拟答复", RefusalKind.ConsultationOpen, () => Story.Consulting, "2025-05-27", Clerk, new CaseMove.DraftDecision(Outcome.Granted, Story.Granted)),
        new("直接拟逾期不补正", RefusalKind.OnlyByLapse, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.OtherNoCorrection, new(Grounds: Text))),
        new("直接拟逾期未缴费", RefusalKind.OnlyByLapse, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.OtherNoFee, new(Grounds: Text))),
        new("审查时拟部分公开", RefusalKind.NeedsProcessing, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.PartlyGranted, new(What: Text, Grounds: Text, PartGrounds: [Outcome.RefusedInternal]))),
        new("审查时拟其他处理", RefusalKind.NeedsProcessing, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.OtherOther, new(Grounds: Text))),
        new("未补正就拟仍不明确", RefusalKind.NeedsCorrection, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.UnableStillUnclear, new())),
        new("未要求理由就拟大量反复", RefusalKind.NeedsReasons, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.NotHandledExcessive, new())),
        new("未征求第三方就拟保护第三方", RefusalKind.NeedsThirdParty, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.RefusedThirdParty, new(Grounds: Text, Record: "权衡记录"))),
        new("国家秘密无依据材料", RefusalKind.OutcomeFactMissing, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.RefusedStateSecret, new(Grounds: Text))),
        new("修改答复缺检索记录", RefusalKind.OutcomeFactMissing, () => Story.Drafted, "2025-05-27", Clerk, new CaseMove.Redraft(Outcome.UnableNotHeld, new(Grounds: Text))),
        new("内部事务类别不符", RefusalKind.UnknownCategory, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.RefusedInternal, new(Category: "过程稿"))),
        new("部分公开以公开为依据", RefusalKind.NotAPartGround, () => Story.Processing, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.PartlyGranted, new(What: Text, Grounds: Text, PartGrounds: [Outcome.Granted]))),
        new("重复本件自己", RefusalKind.RepeatsItself, () => Story.UnderReview, "2025-05-26", Clerk, new CaseMove.DraftDecision(Outcome.NotHandledRepeat, new(EarlierRequest: new(2025, 1)))),
        new("四级审签", RefusalKind.OutOfBounds, () => Story.Drafted, "2025-05-27", Clerk, new CaseMove.SubmitSecrecy(4)),
        new("拟稿人审查保密", RefusalKind.DraftedByYou, () => Story.InSecrecyReview, "2025-05-28", Clerk with { Roles = Roles.Clerk | Roles.SecrecyReviewer }, new CaseMove.SecrecyPass()),
        new("拟稿人兼部门负责人签发", RefusalKind.DraftedByYou, () => Story.InApproval, "2025-05-29", Clerk with { Roles = Roles.Clerk | Roles.DeptHead }, new CaseMove.Approve(Text)),
        new("主要领导签发自己所拟无理由", RefusalKind.OverrideNeedsGrounds, () => Story.InApproval, "2025-05-29", Clerk with { Roles = Roles.PrincipalLeader }, new CaseMove.Approve()),
        new("部门负责人签第二级", RefusalKind.NotYourLevel, () => Story.InApproval.Then("2025-05-29", DeptHead, new CaseMove.Approve()), "2025-05-29", DeptHead, new CaseMove.Approve()),
        new("分管领导签第三级", RefusalKind.NotYourLevel, () => Story.InApproval.Then("2025-05-29", DeptHead, new CaseMove.Approve()).Then("2025-05-29", Deputy, new CaseMove.Approve()), "2025-05-29", Deputy, new CaseMove.Approve()),

        // After the answer
        new("两次送达回证", RefusalKind.AlreadyDelivered, () => Story.Answered.Then("2025-06-03", Clerk, new CaseMove.RecordDelivery("签收")), "2025-06-04", Clerk, new CaseMove.RecordDelivery("签收")),
        new("更正成原样", RefusalKind.NothingToCorrect, () => Story.Closed, "2025-06-05", Clerk, new CaseMove.CorrectRecord(Outcome.Granted, Story.Granted, ApplicantKind.NaturalPerson, Text)),
        new("更正缺依据", RefusalKind.OutcomeFactMissing, () => Story.Closed, "2025-06-05", Clerk, new CaseMove.CorrectRecord(Outcome.PartlyGranted, null, null, Text)),
        new("未逾期就收到复议", RefusalKind.NotOverdue, () => Story.Processing, "2025-06-18", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-06-18"))),
        new("复议跳号", RefusalKind.NumberNotNext, () => Story.Closed, "2025-07-01", Clerk, new CaseMove.OpenRemedy(2, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-07-01"))),
        new("无复议却作复议后起诉", RefusalKind.NotTheRoute, () => Story.Closed, "2025-07-01", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.LitigationAfterReconsideration, "县人民法院", Some.Day("2025-07-01"))),
        new("已复议却作直接起诉", RefusalKind.NotTheRoute, () => Story.Reconsidered, "2025-08-04", Clerk, new CaseMove.OpenRemedy(2, RemedyRoute.DirectLitigation, "县人民法院", Some.Day("2025-08-04"))),
        new("副本日期晚于记录", RefusalKind.InTheFuture, () => Story.Closed, "2025-07-01", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-07-02"))),
        new("没有复议却有结果", RefusalKind.NoPendingRemedy, () => Story.Closed, "2025-07-01", Clerk, new CaseMove.DecideRemedy(1, RemedyResult.Upheld)),
        new("维持却责令重作", RefusalKind.NotOrdered, () => Story.Closed.Then("2025-07-01", Clerk, new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县人民政府", Some.Day("2025-07-01"))).Then("2025-08-01", Clerk, new CaseMove.DecideRemedy(1, RemedyResult.Upheld)), "2025-08-04", Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-29"))),
        new("重作期限已过", RefusalKind.DayTooEarly, () => Story.Reconsidered, "2025-08-04", Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-03"))),
        new("重复责令重作", RefusalKind.AlreadyRedeciding, () => Story.Redeciding, "2025-08-05", Clerk, new CaseMove.OpenRedecision(1, Some.Day("2025-08-29"))),
    ];

    private static Story Forgetting(Story story)
    {
        story.Children.Remove(Story.Part(3).Child);
        return story;
    }

    private static Story Touching(Story story)
    {
        var child = story.Children[Story.Part(3).Child];
        story.Children[child.Id] = child.With(new(new CaseMove.BeginReview("clerk-1"), Clerk, Some.Day("2025-05-26"), Some.DeskDay("2025-05-26").Now));
        return story;
    }
}
