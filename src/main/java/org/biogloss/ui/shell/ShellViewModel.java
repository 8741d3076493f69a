package org.biogloss.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the window around the pages shows: which project, which page, which sheet lies on top.
public final class ShellViewModel {

    private final List<String> workspaces;
    private final ReadOnlyStringWrapper workspace;
    private final ReadOnlyStringWrapper project = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper keysShown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<Path> recentShown = FXCollections.unmodifiableObservableList(recent);

    /// The one thing that may stand in the way: something would be lost.
    public record Question(String title, String text, String yes, String no, Runnable onYes) {}

    /// What holds for the whole window until something is done about it.
    public record Banner(String text, String action, Runnable onAction) {}

    private final ReadOnlyObjectWrapper<Optional<Banner>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param workspaces their ids in the order of the rail; the first is shown
    public ShellViewModel(List<String> workspaces) {
        this.workspaces = List.copyOf(workspaces);
        this.workspace = new ReadOnlyStringWrapper(workspaces.getFirst());
    }

    public List<String> workspaces() {
        return workspaces;
    }

    public ReadOnlyStringProperty workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    public void show(String workspaceId) {
        if (workspaces.contains(workspaceId)) workspace.set(workspaceId);
    }

    /// The project's name; empty where none is open.
    public ReadOnlyStringProperty projectProperty() {
        return project.getReadOnlyProperty();
    }

    public void showProject(String name) {
        project.set(name);
    }

    /// Where networks compute, such as `CPU bf16`.
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    public void showDevice(String words) {
        device.set(words);
    }

    /// Projects opened before, the last one first.
    public ObservableList<Path> recent() {
        return recentShown;
    }

    public void showRecent(List<Path> projects) {
        recent.setAll(projects);
    }

    public ReadOnlyBooleanProperty keysShownProperty() {
        return keysShown.getReadOnlyProperty();
    }

    public void toggleKeys() {
        keysShown.set(!keysShown.get());
    }

    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    public void showBanner(Banner shown) {
        banner.set(Optional.of(shown));
    }

    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    public void ask(Question asked) {
        question.set(Optional.of(asked));
    }

    public void answer(boolean yes) {
        var asked = question.get();
        question.set(Optional.empty());
        if (yes) asked.ifPresent(a -> a.onYes().run());
    }
}
