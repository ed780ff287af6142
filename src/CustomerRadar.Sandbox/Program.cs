using CustomerRadar.Sandbox.Hosting.Internal;

return await SandboxCommand.RunAsync(args, Console.Out, Console.Error);
