namespace EntityGraph.Evaluation;

/// <summary>The one-to-one assignment of greatest total worth (Kuhn 1955, in the O(n³) form with potentials).</summary>
public static class Assignment
{
    /// <summary>The pairs of rows and columns; as many as the smaller side has.</summary>
    public static IReadOnlyList<(int Row, int Column)> Best(double[,] worth)
    {
        int rows = worth.GetLength(0), columns = worth.GetLength(1);
        if (rows == 0 || columns == 0)
        {
            return [];
        }
        if (rows > columns)
        {
            var turned = new double[columns, rows];
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    turned[c, r] = worth[r, c];
                }
            }
            return [.. Best(turned).Select(p => (p.Column, p.Row))];
        }

        // Row and column 0 stand for "none": rows are added one by one, each along the cheapest path of exchanges.
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOf = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            var came = new int[columns + 1];
            var least = Enumerable.Repeat(double.PositiveInfinity, columns + 1).ToArray();
            var done = new bool[columns + 1];
            var column = 0;
            rowOf[0] = row;
            while (rowOf[column] != 0)
            {
                done[column] = true;
                int from = rowOf[column], next = 0;
                var step = double.PositiveInfinity;
                for (var c = 1; c <= columns; c++)
                {
                    if (done[c])
                    {
                        continue;
                    }
                    var cost = -worth[from - 1, c - 1] - rowPotential[from] - columnPotential[c];
                    if (cost < least[c])
                    {
                        (least[c], came[c]) = (cost, column);
                    }
                    if (least[c] < step)
                    {
                        (step, next) = (least[c], c);
                    }
                }
                for (var c = 0; c <= columns; c++)
                {
                    if (done[c])
                    {
                        rowPotential[rowOf[c]] += step;
                        columnPotential[c] -= step;
                    }
                    else
                    {
                        least[c] -= step;
                    }
                }
                column = next;
            }
            for (; column != 0; column = came[column])
            {
                rowOf[column] = rowOf[came[column]];
            }
        }
        return [.. Enumerable.Range(1, columns).Where(c => rowOf[c] != 0).Select(c => (rowOf[c] - 1, c - 1)).Order()];
    }
}
