namespace Disclosure.Tables;

/// <summary>The ten numbers of table two in the form's order.</summary>
public enum ProactiveCell
{
    /// <summary>规章 本年制发件数.</summary>
    RulesIssued,
    RulesRepealed,
    RulesInForce,

    /// <summary>行政规范性文件 本年制发件数.</summary>
    DocumentsIssued,
    DocumentsRepealed,
    DocumentsInForce,

    /// <summary>行政许可.</summary>
    Licences,

    /// <summary>行政处罚.</summary>
    Penalties,

    /// <summary>行政强制.</summary>
    CompulsoryMeasures,

    /// <summary>行政事业性收费, 万元.</summary>
    Fees,
}
