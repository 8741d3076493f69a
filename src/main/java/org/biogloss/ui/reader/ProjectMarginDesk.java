package org.biogloss.ui.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.store.ProjectException;
import org.biogloss.workbench.Guidelines;
import org.biogloss.workbench.HistoryFile;
import org.biogloss.workbench.WorkTimes;
import org.biogloss.workbench.Workbench;

/// The margin's desk over an open project.
public record ProjectMarginDesk(Workbench workbench) implements MarginDesk {

    /// Nobody scrolls further; the export has all.
    private static final int MOST = 10_000;

    @Override
    public List<Moment> moments(String documentId) {
        return workbench.store().history(documentId, MOST).stream()
                .map(entry -> new Moment(entry.number(), entry.time(), entry.by(), HistoryFile.title(entry)))
                .toList();
    }

    @Override
    public AnnotatedDocument asOf(String documentId, long entry) {
        return workbench
                .store()
                .asOf(documentId, entry)
                .orElseThrow(() -> new ProjectException("Cannot show the past of document " + documentId
                        + ": the project has none of that id. Open it again from the list."));
    }

    @Override
    public void writeHistory(Path file, Optional<String> documentId) throws IOException {
        new HistoryFile(workbench.store(), documentId).write(file);
    }

    @Override
    public String guidelines() {
        return written().text();
    }

    @Override
    public void saveGuidelines(String markdown) {
        written().save(markdown);
    }

    @Override
    public void keepVersion() {
        written().keepVersion(workbench.annotator());
    }

    @Override
    public List<Version> earlierGuidelines() {
        return written().earlier().stream()
                .map(version -> new Version(version.until(), version.by(), version.text()))
                .toList();
    }

    @Override
    public boolean isTimed() {
        return !workbench.isReadOnly() && times().isOn();
    }

    @Override
    public void setTimed(boolean on) {
        times().switchTo(on);
    }

    @Override
    public Duration spent(String documentId) {
        return times().of(workbench.annotator(), documentId);
    }

    @Override
    public void spend(String documentId, Duration more) {
        times().add(workbench.annotator(), documentId, more);
    }

    private Guidelines written() {
        return new Guidelines(workbench.store());
    }

    private WorkTimes times() {
        return new WorkTimes(workbench.store());
    }
}
