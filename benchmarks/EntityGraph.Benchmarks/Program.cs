using System.Globalization;
using EntityGraph.Benchmarks;

// store [ARTICLES…]: 4,000 articles hold about 100,000 mentions, 40,000 a million.
if (args is ["store", .. var sizes])
{
    await StoreBenchmark.RunAsync(sizes.Length == 0 ? [4_000, 40_000] : [.. sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
    return 0;
}

Console.Error.WriteLine("Say what to measure: store [ARTICLES…]");
return 2;
