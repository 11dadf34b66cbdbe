namespace Disclosure.Requests;

/// <summary>How a request came in; it decides which day is the day of receipt (Art. 31).</summary>
public enum Channel
{
    /// <summary>当面: the day it is handed in.</summary>
    InPerson,

    /// <summary>邮寄 with a signature (挂号、快递): the day the office signs.</summary>
    Post,

    /// <summary>平信 and the like, without a signature: the day it is confirmed with the applicant.</summary>
    OrdinaryMail,

    /// <summary>传真: the day both sides confirm.</summary>
    Fax,

    /// <summary>互联网: website, e-mail, chat; the day both sides confirm (双方确认之日).</summary>
    Online,

    /// <summary>口述, written down by the office for one who cannot write (Art. 29): the day it is taken down.</summary>
    Oral,

    /// <summary>Any other way: by the rule the office has published, else the day both sides confirm.</summary>
    Other,
}
