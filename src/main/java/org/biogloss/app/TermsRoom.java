package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.search.Terminologies;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.schema.TermsDesk;

/// The terminologies' desk over those that lie on this machine.
record TermsRoom(OpenTerminologies open) implements TermsDesk {

    private static final Texts TEXT = new Texts(TermsRoom.class);

    @Override
    public List<Row> list() throws IOException {
        var rows = new ArrayList<Row>();
        for (var about : open.get().about()) rows.add(new Row(about, ""));
        open.get()
                .broken()
                .forEach((name, trouble) ->
                        rows.add(new Row(new Terminologies.About(name, 0, "", Optional.empty()), trouble)));
        return rows;
    }

    @Override
    public long add(Path file, String name, JobContext context) throws IOException {
        long size = Files.size(file);
        return open.get().add(file, name, read -> {
            context.checkCancelled();
            context.report(new Progress(Math.min(read, size), size, TEXT.get("readingTerms", file.getFileName())));
        });
    }

    @Override
    public void remove(String name) throws IOException {
        open.get().remove(name);
    }
}
