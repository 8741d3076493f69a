package org.biogloss.ui.settings;

import java.util.List;
import java.util.function.UnaryOperator;
import org.biogloss.workbench.Settings;

/// What the settings page needs of the program.
public interface SettingsDesk {

    /// A model that can highlight.
    record Highlighter(String id, String name) {}

    Settings settings();

    /// Holds at once, and is on disk a moment later. Called on the window's thread.
    void change(UnaryOperator<Settings> change);

    /// Switches a model on or off. Called on the window's thread.
    void highlight(String modelId, boolean on);

    /// Another device or number of threads holds from now on. Called on the window's thread.
    void computeAnew();

    /// May read the disk: asked in a job, as the two below.
    List<Highlighter> highlighters();

    /// Under whose name edits are kept in the open project.
    String annotator();

    void signAs(String annotator);
}
