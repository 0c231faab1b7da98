namespace EntityGraph;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part, in order.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Offset">How many to leave out at the beginning, 0 or more.</param>
/// <param name="Limit">How many to give at the most, 1 to <see cref="MaxLimit"/>.</param>
public sealed record PageRequest(int Offset = 0, int Limit = 50)
{
    /// <summary>The most that one page may have.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Itself, if its numbers are in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public PageRequest Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, MaxLimit);
        return this;
    }
}
