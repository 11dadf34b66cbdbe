namespace Disclosure.Bot;

/// <summary>The languages sentences for people exist in.</summary>
public enum Language
{
    /// <summary>Chinese, the default: the office works in it.</summary>
    Zh,

    /// <summary>English, for maintainers.</summary>
    En,

    /// <summary>Uyghur; what is not translated yet is shown in Chinese.</summary>
    Ug,
}
