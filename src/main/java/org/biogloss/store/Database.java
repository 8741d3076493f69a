package org.biogloss.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The connections to one project's database: one that writes, guarded by a lock, and as many that read as threads
/// read at once. Readers see the last commit and never wait for the writer (WAL).
final class Database implements AutoCloseable {

    /// Marks the file as a BioGloss project (`BGls`), whatever else SQLite keeps.
    private static final int APPLICATION_ID = 0x42476c73;

    static final int VERSION = 4;

    private static final int IDLE_READERS = 4;

    private final Path folder;
    private final Path file;
    private final @Nullable Connection writer;
    /// Fair: an import that writes burst after burst would else keep an edit waiting until it ends.
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ReentrantLock importing = new ReentrantLock();
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    private Database(Path folder, Path file, @Nullable Connection writer) {
        this.folder = folder;
        this.file = file;
        this.writer = writer;
    }

    /// Something done on a connection.
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /// Makes the tables of version 1, and then does to them what later versions did.
    static Database create(Path folder, Path file) {
        return connect(folder, file, true);
    }

    /// Opens an existing database to write it, and brings it up to this version.
    static Database open(Path folder, Path file) {
        return connect(folder, file, false);
    }

    /// Opens it to read only, which several processes may do while another writes.
    static Database openToRead(Path folder, Path file) {
        var database = new Database(folder, file, null);
        database.read("open", connection -> {
            int version = check(folder, connection);
            if (version < VERSION) throw new OutdatedException(folder);
            return version;
        });
        return database;
    }

    private static Database connect(Path folder, Path file, boolean fresh) {
        Connection writer = null;
        try {
            writer = config().createConnection("jdbc:sqlite:" + file);
            int version = fresh ? 0 : check(folder, writer);
            pragma(writer, "journal_mode = WAL");
            // Pages that an import fills bit by bit are copied to their place less often.
            pragma(writer, "wal_autocheckpoint = 8000");
            execute(writer, "PRAGMA cache_size = -64000");
            for (int next = version + 1; next <= VERSION; next++) migrate(writer, next);
            var database = new Database(folder, file, writer);
            database.forgetArrivals();
            return database;
        } catch (SQLException e) {
            closeQuietly(writer);
            throw Trouble.with(folder, "open the database", e);
        } catch (RuntimeException e) {
            closeQuietly(writer);
            throw e;
        }
    }

    /// The version of the file, once it is sure that it is ours and not from the future.
    private static int check(Path folder, Connection connection) throws SQLException {
        int version = pragma(connection, "user_version");
        if (pragma(connection, "application_id") != APPLICATION_ID || version < 1) {
            throw new ProjectException("Cannot open project " + folder
                    + ": its project.db was not made by BioGloss. Choose another folder.");
        }
        if (version > VERSION) {
            throw new ProjectException("Cannot open project " + folder
                    + ": it was made by a newer BioGloss (its form is " + version + ", this one reads up to " + VERSION
                    + "). Install the newer BioGloss; nothing was changed.");
        }
        return version;
    }

    private static void migrate(Connection connection, int to) throws SQLException {
        inTransaction(connection, c -> {
            try (var statement = c.createStatement()) {
                statement.executeUpdate(script(to));
                statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
                return statement.executeUpdate("PRAGMA user_version = " + to);
            }
        });
    }

    static String script(int version) {
        try (var in = Database.class.getResourceAsStream("schema-" + version + ".sql")) {
            if (in == null) throw new IllegalStateException("There is no schema-" + version + ".sql");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of it as of one moment, without what an import that still runs has brought so far.
    void snapshot(Path into) {
        try (var connection = config().createConnection("jdbc:sqlite:" + file)) {
            try (var copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, into.toString());
                copy.executeUpdate();
            }
        } catch (SQLException e) {
            throw Trouble.with(folder, "copy the database", e);
        }
        var copied = new Database(folder, into, null);
        try {
            var sound = copied.read("check the copy of the database", c -> {
                try (var check = c.createStatement();
                        var row = check.executeQuery("PRAGMA quick_check")) {
                    return row.next() && "ok".equals(row.getString(1));
                }
            });
            if (!sound) {
                throw new ProjectException("Cannot copy the database of project " + folder
                        + ": the copy is not sound. Check the disk; an older backup may be needed.");
            }
        } finally {
            copied.close();
        }
    }

    /// Runs on a reading connection. The work may read again, on another one.
    <R> R read(String tried, Work<R> work) {
        try {
            var connection = idle.pollFirst();
            if (connection == null) connection = reader();
            try {
                return work.on(connection);
            } finally {
                if (idle.size() < IDLE_READERS) idle.addFirst(connection);
                else connection.close();
            }
        } catch (SQLException e) {
            throw Trouble.with(folder, tried, e);
        }
    }

    /// Runs in one transaction, which is on disk when this returns, or has left no trace when it throws.
    <R> R write(String tried, Work<R> work) {
        lockForWriting();
        try {
            return inTransaction(writer(), work);
        } catch (SQLException e) {
            throw Trouble.with(folder, tried, e);
        } finally {
            unlock();
        }
    }

    /// Like [#write], for what a power cut may take as long as nobody was told that it is there. It waits for no disk;
    /// what is written afterwards, and waits, waits for this too.
    <R> R writeUnhurried(String tried, Work<R> work) {
        lockForWriting();
        try {
            execute(writer(), "PRAGMA synchronous = NORMAL");
            execute(writer(), "PRAGMA foreign_keys = OFF"); // what is written here comes with what it refers to
            try {
                return inTransaction(writer(), work);
            } finally {
                execute(writer(), "PRAGMA foreign_keys = ON");
                execute(writer(), "PRAGMA synchronous = FULL");
            }
        } catch (SQLException e) {
            throw Trouble.with(folder, tried, e);
        } finally {
            unlock();
        }
    }

    private void lockForWriting() {
        writer();
        if (writing.isHeldByCurrentThread()) throw new IllegalStateException("This thread is already writing");
        writing.lock();
    }

    private void unlock() {
        writing.unlock();
    }

    /// One import at a time; whoever begins it ends it, on the same thread.
    void beginImport() {
        writer();
        if (importing.isHeldByCurrentThread()) throw new IllegalStateException("This thread is already importing");
        importing.lock();
    }

    void endImport() {
        importing.unlock();
    }

    /// Removes documents of an import that never became complete, in steps, so that others may write in between.
    void forgetArrivals() {
        boolean more = true;
        while (more) more = writeUnhurried("clear away what was not imported", c -> new Arrivals(c).drop());
    }

    Connection writer() {
        if (writer == null) {
            throw new ProjectException("Cannot change project " + folder
                    + ": it is open here to be read only, as another BioGloss has it. Close it there, then try again.");
        }
        return writer;
    }

    Path folder() {
        return folder;
    }

    private Connection reader() throws SQLException {
        var connection = config().createConnection("jdbc:sqlite:" + file);
        execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        // In WAL mode only FULL syncs each commit: without it a power cut may take the last edits.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(3000);
        config.setCacheSize(-16_000);
        return config;
    }

    /// On the writing connection this waits for other programs that write; on a reading one it holds one state still.
    static <R> R inTransaction(Connection connection, Work<R> work) throws SQLException {
        begin(connection);
        boolean done = false;
        try {
            R result = work.on(connection);
            commit(connection);
            done = true;
            return result;
        } finally {
            if (!done) rollback(connection);
        }
    }

    /// Transactions are begun and ended in SQL: the driver's own way loses count where SQLite refuses to begin one, or
    /// rolls one back by itself on a full disk.
    static void begin(Connection connection) throws SQLException {
        execute(connection, isReader(connection) ? "BEGIN" : "BEGIN IMMEDIATE");
    }

    static void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    /// Where SQLite has rolled back by itself it says that there is nothing to roll back.
    static void rollback(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException _) {
            // The failure that led here is the one to tell.
        }
    }

    private static boolean isReader(Connection connection) throws SQLException {
        return pragma(connection, "query_only") == 1;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) connection.close();
        } catch (SQLException _) {
            // Nothing was written through it.
        }
    }

    @Override
    public void close() {
        for (var reader = idle.poll(); reader != null; reader = idle.poll()) closeQuietly(reader);
        if (writer == null) return;
        writing.lock();
        try {
            writer.close();
        } catch (SQLException e) {
            throw Trouble.with(folder, "close the database", e);
        } finally {
            writing.unlock();
        }
    }

    /// The file is of an older form, which only a writer may change.
    static final class OutdatedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutdatedException(Path folder) {
            super("The project " + folder + " is of an older form");
        }
    }
}
