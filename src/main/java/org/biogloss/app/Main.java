package org.biogloss.app;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.cli.BioGlossCommand;
import org.biogloss.cli.Exit;

/// Where BioGloss starts, with or without a window.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        int exit = BioGlossCommand.execute(Main::openWindow, commands(), words);
        System.exit(exit);
    }

    /// One entry a command.
    private static List<Object> commands() {
        var commands = new ArrayList<Object>();
        return commands;
    }

    private static int openWindow() {
        return Exit.DONE;
    }
}
