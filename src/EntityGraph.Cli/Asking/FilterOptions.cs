using System.CommandLine;
using System.Globalization;

namespace EntityGraph.Cli.Asking;

/// <summary>The options that choose which statements count.</summary>
internal sealed class FilterOptions
{
    private readonly Option<DateOnly?> _from = CommonOptions.Day("--from", "Only articles of this day or later");
    private readonly Option<DateOnly?> _to = CommonOptions.Day("--to", "Only articles of this day or earlier");
    private readonly Option<string?> _outlet = CommonOptions.Outlet();
    private readonly Option<AttributionKind?> _kind = new("--kind") { Description = "Only statements given in this way", HelpName = "direct|indirect|mixed" };
    private readonly Option<double?> _confidence = new("--min-confidence") { Description = "Only statements at least this sure, 0 to 1", HelpName = "0.0-1.0" };

    public FilterOptions()
    {
        _outlet.Description = "Only articles of this publication";
        _kind.CustomParser = result =>
        {
            var value = result.Tokens[0].Value;
            if (Enum.GetNames<AttributionKind>().FirstOrDefault(n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name)
                return Enum.Parse<AttributionKind>(name);
            result.AddError($"--kind: \"{value}\" is none of direct, indirect, mixed");
            return null;
        };
        _confidence.CustomParser = result =>
        {
            var value = result.Tokens[0].Value;
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1)
                return number;
            result.AddError($"--min-confidence: \"{value}\" is no number from 0 to 1");
            return null;
        };
    }

    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
        command.Add(_outlet);
        command.Add(_kind);
        command.Add(_confidence);
    }

    public MentionFilter Read(ParseResult parsed) => new()
    {
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Outlet = parsed.GetValue(_outlet),
        Kind = parsed.GetValue(_kind),
        MinConfidence = parsed.GetValue(_confidence),
    };
}
