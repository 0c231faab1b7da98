using EntityGraph.Cli;

// What is printed is UTF-8 everywhere, also where the system's own code page is another.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Terminal.OfProcess());
