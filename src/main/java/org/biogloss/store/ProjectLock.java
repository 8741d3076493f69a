package org.biogloss.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Says that this process, and no other, writes a project. The operating system lets go of it when the process ends,
/// however it ends; a file left behind means nothing.
final class ProjectLock implements AutoCloseable {

    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    static ProjectLock take(Path folder) {
        try {
            var channel = FileChannel.open(
                    folder.resolve("project.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) != null) return new ProjectLock(channel);
            channel.close();
        } catch (IOException e) {
            throw new ProjectException(
                    "Cannot open project " + folder + ": its folder may not be written (" + e.getMessage()
                            + "). Check its permissions.",
                    e);
        }
        throw new ProjectException("Cannot open project " + folder
                + ": another BioGloss has it open. Close it there first, then try again.");
    }

    static boolean isHeld(Path folder) {
        try (var channel =
                FileChannel.open(folder.resolve("project.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException _) {
            return true; // Nobody may write here, so nobody here may take it.
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) { // This same process holds it.
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
