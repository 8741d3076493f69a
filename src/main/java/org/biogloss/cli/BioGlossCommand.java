package org.biogloss.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `biogloss`: what people type. Without a subcommand it opens the window.
@Command(
        name = "biogloss",
        mixinStandardHelpOptions = true,
        version = "BioGloss 0.1.0",
        description = "A workbench for biomedical text. Without a command it opens the window.")
public final class BioGlossCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(BioGlossCommand.class);

    private final Callable<Integer> window;

    private BioGlossCommand(Callable<Integer> window) {
        this.window = window;
    }

    /// @param window      opens the window and returns when it is closed
    /// @param subcommands objects annotated with [Command]
    public static int execute(Callable<Integer> window, List<Object> subcommands, String... words) {
        var line = new CommandLine(new BioGlossCommand(window));
        subcommands.forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, _, _) -> fail(line.getErr(), failure));
        return line.execute(words);
    }

    @Override
    public Integer call() throws Exception {
        return window.call();
    }

    /// One line for the person; the stack only where somebody asked for debugging.
    private static int fail(PrintWriter err, Exception failure) {
        var message = failure.getMessage();
        err.println("biogloss: " + (message == null || message.isBlank() ? failure.toString() : message));
        LOG.debug("A command failed", failure);
        return Exit.FAILED;
    }
}
