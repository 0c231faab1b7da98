// Trains the models that are learned in C#; the tagger has its own trainer.
//   dotnet run -c Release --project training/EntityGraph.Training -- reference --data ../shared
using System.CommandLine;
using EntityGraph.Training.Reference;

return new RootCommand("Trains EntityGraph's models.") { ReferenceCommand.Create() }.Parse(args).Invoke();
