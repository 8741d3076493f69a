package org.biogloss.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.biogloss.document.Texts;
import org.biogloss.format.CorpusFiles;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.compare.Passages;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.tokens.TokensDesk;
import org.biogloss.workbench.FilePassages;
import org.jspecify.annotations.Nullable;

/// Files and folders that belong to no project, as a corpus.
record FileCorpus(List<Path> files) implements TokensDesk.Corpus {

    FileCorpus {
        files = List.copyOf(files);
    }

    /// Ends a reading that has found what it looked for.
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;

        Found() {
            super(null, null, false, false);
        }
    }

    @Override
    public String name() {
        return passages().name();
    }

    @Override
    public String size() {
        long bytes = 0;
        for (var file : files) bytes += bytes(file);
        return Shown.bytes(bytes);
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0; // reading it will say what is wrong
        }
    }

    @Override
    public Passages passages() {
        return new FilePassages(files);
    }

    @Override
    public Texts texts() {
        return new Texts() {
            @Override
            public Stream<Text> open() throws IOException {
                return CorpusFiles.of(files).open();
            }

            @Override
            public Stream<Text> open(LongConsumer read) throws IOException {
                return CorpusFiles.of(files).open(read);
            }

            @Override
            public long bytes() {
                try {
                    return CorpusFiles.of(files).bytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public String name() {
                return FileCorpus.this.name();
            }
        };
    }

    /// Reads the files again as far as the document.
    @Override
    public String text(String documentId) throws IOException {
        var text = new AtomicReference<@Nullable String>();
        try {
            passages()
                    .each(
                            passage -> {
                                if (!passage.id().equals(documentId)) return;
                                text.set(passage.text());
                                throw new Found();
                            },
                            JobContext.silent());
        } catch (Found _) {
            // as it should be
        }
        var found = text.get();
        if (found == null) {
            throw new IOException("Cannot fetch " + documentId + ": it is in " + name() + " no more.");
        }
        return found;
    }

    @Override
    public Map<String, String> titles(List<String> documentIds) {
        return Map.of();
    }

    @Override
    public boolean isInProject() {
        return false;
    }
}
