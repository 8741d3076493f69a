package org.biogloss.cli;

import java.util.concurrent.Callable;
import org.biogloss.bert.GpuCheck;
import org.biogloss.bert.GpuRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `biogloss gpu-check`: tries the GPU in this process, which a wrong library may end.
@Command(
        name = GpuRuntime.COMMAND,
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Tries PyTorch on the GPU and says what it can do.")
public final class GpuCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println(GpuCheck.words());
        out.flush();
        return Exit.DONE;
    }
}
