using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Disclosure.Bot.Settings;

/// <summary>The portal that comes with the program, so that a first run shows every verdict without touching anybody's server.</summary>
internal sealed class SampleOptions
{
    /// <summary>The section of <c>appsettings.json</c> it is bound to.</summary>
    public const string Section = "Sample";

    /// <summary>Whether it may be started; it is only when a column on its address is audited.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where it listens; loopback only.</summary>
    [Loopback(ErrorMessage = "Sample:Listen must be an http address of this machine, as in 'http://127.0.0.1:5180/'.")]
    public Uri Listen { get; init; } = new("http://127.0.0.1:5180/");

    /// <summary>The folder with its columns and templates.</summary>
    [Required(ErrorMessage = "Sample:Folder must name the folder of the sample portal, as in 'seeds/portal'.")]
    public string Folder { get; init; } = "seeds/portal";
}

/// <summary>The address is http on loopback.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LoopbackAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is Uri { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true };
}

/// <summary>Checks <see cref="SampleOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class SampleOptionsValidator : IValidateOptions<SampleOptions>;
