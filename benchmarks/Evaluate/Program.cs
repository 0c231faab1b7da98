using System.CommandLine;
using EntityGraph.Cli.Evaluate;

return new RootCommand("Measures the extraction") { EvaluateCommand.Create() }.Parse(args).Invoke();
