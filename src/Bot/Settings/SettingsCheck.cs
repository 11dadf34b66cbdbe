using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Disclosure.Auditor.Portals;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Bot.Settings;

/// <summary>
/// Finds what the configuration binder would pass over in silence or stop at: a key that exists nowhere (a slip of the pen), and a value
/// that its key cannot take. Every one is told, not the first.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>The host's own section, whose keys are names of log categories.</summary>
    private const string Logging = "Logging";

    /// <param name="source">The file, or what else the settings came from, for the messages.</param>
    public static void Check(IConfiguration settings, string source, ICollection<ConfigProblem> problems)
    {
        foreach (var section in settings.GetChildren())
        {
            if (string.Equals(section.Key, Logging, StringComparison.OrdinalIgnoreCase))
                continue;
            if (SettingsSection.All.FirstOrDefault(known => string.Equals(known.Name, section.Key, StringComparison.OrdinalIgnoreCase)) is { } known)
                CheckGroup(section, known.Options, source, problems);
            else
                problems.Add(Unknown(section, [.. SettingsSection.All.Select(s => s.Name), Logging], source));
        }
    }

    /// <summary>Every key that can be set, with its type and its default, in declared order.</summary>
    public static IEnumerable<(string Key, Type Type, object? Default)> Keys() =>
        SettingsSection.All.SelectMany(section => Keys(section.Name, section.Options));

    private static IEnumerable<(string Key, Type Type, object? Default)> Keys(string prefix, Type options)
    {
        var defaults = Activator.CreateInstance(options);
        foreach (var property in Settable(options))
        {
            var key = $"{prefix}:{property.Name}";
            if (IsGroup(property.PropertyType))
            {
                foreach (var inner in Keys(key, property.PropertyType))
                    yield return inner;
            }
            else
            {
                yield return (key, property.PropertyType, property.GetValue(defaults));
            }
        }
    }

    private static void CheckGroup(IConfigurationSection group, Type options, string source, ICollection<ConfigProblem> problems)
    {
        if (!string.IsNullOrEmpty(group.Value))
            problems.Add(new(source, group.Path, ProblemKind.BadSetting, group.Value, "Setting.Group"));
        foreach (var child in group.GetChildren())
        {
            var property = Settable(options).FirstOrDefault(p => string.Equals(p.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                problems.Add(Unknown(child, [.. Settable(options).Select(p => p.Name)], source));
            else
                CheckValue(child, property.PropertyType, source, problems);
        }
    }

    private static void CheckValue(IConfigurationSection setting, Type type, string source, ICollection<ConfigProblem> problems)
    {
        if (IsGroup(type))
        {
            CheckGroup(setting, type, source, problems);
        }
        else if (IsList(type))
        {
            // An empty list of JSON arrives as an empty text.
            if (!string.IsNullOrEmpty(setting.Value))
                problems.Add(new(source, setting.Path, ProblemKind.BadSetting, setting.Value, "Setting.List"));
            foreach (var element in setting.GetChildren())
                CheckValue(element, ElementOf(type), source, problems);
        }
        else if (setting.Value is not { } text ? setting.GetChildren().Any() : !CanTake(type, text))
        {
            problems.Add(new(source, setting.Path, ProblemKind.BadSetting, setting.Value ?? "{ … }", Wanted(type)));
        }
    }

    private static ConfigProblem Unknown(IConfigurationSection setting, IReadOnlyList<string> known, string source) =>
        new(source, setting.Path, ProblemKind.UnknownSetting, setting.Key, Nearest.Of(setting.Key, known) ?? string.Join(", ", known));

    private static IEnumerable<PropertyInfo> Settable(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true });

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static Type ElementOf(Type list) => list.IsGenericType ? list.GetGenericArguments()[0] : typeof(string);

    private static bool IsGroup(Type type) => !IsList(type) && type != typeof(string) && type.IsClass && type != typeof(Uri);

    private static bool CanTake(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || text.Length == 0)
            return type == typeof(string) || type == typeof(Uri);
        // Its converter would take 01/02/2026 too, and nobody could say which day was meant.
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        // Converters wrap what went wrong in whatever they like; the binder takes any of it as "cannot be converted" too.
        catch (Exception problem) when (problem is ArgumentException or FormatException or NotSupportedException or OverflowException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Wanted(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } flag when flag == typeof(bool) => "Setting.Flag",
        { } duration when duration == typeof(TimeSpan) => "Setting.Duration",
        { } address when address == typeof(Uri) => "Setting.Address",
        { } day when day == typeof(DateOnly) => "Setting.Date",
        { } fraction when fraction == typeof(double) || fraction == typeof(decimal) => "Setting.Decimal",
        { } text when text == typeof(string) => "Setting.Text",
        _ => "Setting.Number",
    };
}
