using Microsoft.ML.Trainers.FastTree;

namespace EntityGraph.Extraction.References;

/// <summary>
/// A trained ensemble of regression trees, laid out flat: it is walked for every candidate of every reference, from several
/// threads, for which the library's own engine is too slow.
/// </summary>
internal sealed class BoostedTrees
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly double[] _leaves;
    private readonly double _bias;

    public BoostedTrees(TreeEnsembleModelParametersBasedOnRegressionTree model)
    {
        var ensemble = model.TrainedTreeEnsemble;
        _bias = ensemble.Bias;
        var (roots, nodes, leaves) = (new List<int>(), new List<Node>(), new List<double>());
        for (var t = 0; t < ensemble.Trees.Count; t++)
        {
            var tree = ensemble.Trees[t];
            var (firstNode, firstLeaf, weight) = (nodes.Count, leaves.Count, ensemble.TreeWeights[t]);
            leaves.AddRange(tree.LeafValues.Select(v => v * weight));
            // A tree of one leaf has no nodes.
            roots.Add(tree.NumberOfNodes > 0 ? firstNode : ~firstLeaf);
            for (var n = 0; n < tree.NumberOfNodes; n++)
            {
                nodes.Add(new Node(
                    tree.NumericalSplitFeatureIndexes[n],
                    tree.NumericalSplitThresholds[n],
                    Child(tree.LeftChild[n]),
                    Child(tree.RightChild[n])));
            }

            int Child(int child) => child >= 0 ? firstNode + child : ~(firstLeaf + ~child);
        }

        (_roots, _nodes, _leaves) = ([.. roots], [.. nodes], [.. leaves]);
    }

    /// <summary>The sum of the trees' answers.</summary>
    public double Score(ReadOnlySpan<float> features)
    {
        var sum = _bias;
        foreach (var root in _roots)
        {
            var at = root;
            while (at >= 0)
                at = Next(_nodes[at], features);
            sum += _leaves[~at];
        }

        return sum;
    }

    /// <summary>How much each feature adds to the score: by how much it would change if the tree went the other way wherever it asks for it.</summary>
    public double[] Contributions(ReadOnlySpan<float> features)
    {
        var contributions = new double[features.Length];
        foreach (var root in _roots)
        {
            var path = new List<int>();
            var at = root;
            for (; at >= 0; at = Next(_nodes[at], features))
                path.Add(at);
            var value = _leaves[~at];
            foreach (var node in path)
            {
                var other = Next(_nodes[node], features) == _nodes[node].Left ? _nodes[node].Right : _nodes[node].Left;
                while (other >= 0)
                    other = Next(_nodes[other], features);
                contributions[_nodes[node].Feature] += value - _leaves[~other];
            }
        }

        return contributions;
    }

    private static int Next(Node node, ReadOnlySpan<float> features) => features[node.Feature] <= node.Threshold ? node.Left : node.Right;

    /// <summary>A split: the left child where the feature is at most the threshold. A negative child is the complement of a leaf.</summary>
    private readonly record struct Node(int Feature, float Threshold, int Left, int Right);
}
