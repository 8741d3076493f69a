package org.biogloss.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.biogloss.bert.GpuRuntime;
import org.biogloss.workbench.Settings;

/// What the settings page needs of the program.
public interface SettingsDesk {

    /// A model that can highlight.
    record Highlighter(String id, String name) {}

    /// What computes networks now.
    ///
    /// @param words such as `CPU bf16 · 2 threads`
    /// @param why   how it was chosen, in a sentence
    record Computing(String words, String why) {}

    /// PyTorch for a GPU, as a folder that a person has.
    ///
    /// @param kept    the folder that was chosen
    /// @param inUse   whether this process was started with it
    /// @param trouble what keeps it from being used, in a sentence
    record GpuState(Optional<Path> kept, boolean inUse, Optional<String> trouble) {}

    Settings settings();

    /// Holds at once, and is on disk a moment later. Called on the window's thread.
    void change(UnaryOperator<Settings> change);

    /// Switches a model on or off. Called on the window's thread.
    void highlight(String modelId, boolean on);

    /// Another device or number of threads holds from now on. Called on the window's thread.
    void computeAnew();

    /// Loads PyTorch on the first call: asked in a job of networks.
    ///
    /// @throws IllegalStateException with words, if what was chosen is not there
    Computing computing();

    /// Reads the disk: asked in a job.
    GpuState gpu();

    /// Tries the libraries in a process of their own, and keeps the folder for the next start where they work.
    ///
    /// @throws IOException with words, if there are none in the folder or they cannot fit
    GpuRuntime.Trial tryGpu(Path folder) throws IOException, InterruptedException;

    void forgetGpu() throws IOException;

    /// May read the disk: asked in a job, as the two below.
    List<Highlighter> highlighters();

    /// Under whose name edits are kept in the open project.
    String annotator();

    void signAs(String annotator);
}
