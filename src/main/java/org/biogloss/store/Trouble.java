package org.biogloss.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite's errors mean to a person.
final class Trouble {

    private Trouble() {}

    /// @param tried such as "save the change"
    static ProjectException with(Path folder, String tried, SQLException e) {
        return new ProjectException("Cannot " + tried + " in project " + folder + ": " + meaning(e), e);
    }

    private static String meaning(SQLException e) {
        var code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the plain code in their low byte.
        return switch (code.code & 0xff) {
            case 13 -> "the disk is full. Make room and try again; nothing that was saved is lost.";
            case 5, 6 ->
                "another program holds its database locked. Close that program and try again; nothing is lost.";
            case 8 -> "it may not be written. Check the permissions of the folder and of project.db.";
            case 14 -> "project.db cannot be opened. Check that the folder can be read and written.";
            case 10 ->
                "the disk reports an error (" + e.getMessage()
                        + "). Check the disk; nothing that was saved is touched.";
            case 11, 26 ->
                "project.db is damaged. Nothing was changed: keep a copy of the folder and go back to a backup, or "
                        + "recover it with `sqlite3 project.db .recover`.";
            default -> String.valueOf(e.getMessage());
        };
    }
}
