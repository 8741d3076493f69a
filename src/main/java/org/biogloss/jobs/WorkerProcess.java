package org.biogloss.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts this same program again in a JVM of its own, so that a native crash or an out-of-memory kill there
/// takes nothing with it here, and the work outlives the window.
public final class WorkerProcess {

    private WorkerProcess() {}

    /// @param jvmOptions  such as `-Xmx2g`; the options that every BioGloss JVM needs are added
    /// @param environment added to this process's own
    /// @param arguments   of the command line, without the program's name
    /// @param output      receives standard output and error, appended
    public static Process start(
            List<String> jvmOptions, Map<String, String> environment, List<String> arguments, Path output)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dai.djl.offline=true");
        for (var name : List.of("biogloss.home", "biogloss.data", "biogloss.settings")) {
            var value = System.getProperty(name);
            if (value != null) command.add("-D" + name + "=" + value);
        }
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.biogloss.app.Main");
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putIfAbsent("GOMP_SPINCOUNT", "20000"); // as the launcher sets it, and says why
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return builder.start();
    }
}
