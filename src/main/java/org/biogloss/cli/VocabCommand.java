package org.biogloss.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `biogloss vocab`: what one can do with vocabularies; a subcommand says which.
@Command(name = "vocab", mixinStandardHelpOptions = true, description = "Trains and compares vocabularies.")
public final class VocabCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private VocabCommand() {}

    /// @param subcommands objects annotated with [Command]
    public static CommandLine with(Object... subcommands) {
        var line = new CommandLine(new VocabCommand());
        for (var subcommand : subcommands) line.addSubcommand(subcommand);
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "vocab needs one of these words behind it: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
