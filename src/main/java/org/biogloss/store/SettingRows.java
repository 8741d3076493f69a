package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/// Writes what a project remembers beside its documents, as keys and values.
record SettingRows(Connection connection) {

    int put(Map<String, String> settings) throws SQLException {
        try (var put = connection.prepareStatement("INSERT OR REPLACE INTO setting VALUES (?, ?)")) {
            for (var setting : settings.entrySet()) {
                put.setString(1, setting.getKey());
                put.setString(2, setting.getValue());
                put.executeUpdate();
            }
            return settings.size();
        }
    }

    int remove(Collection<String> keys) throws SQLException {
        try (var remove = connection.prepareStatement("DELETE FROM setting WHERE key = ?")) {
            for (var key : keys) {
                remove.setString(1, key);
                remove.executeUpdate();
            }
            return keys.size();
        }
    }
}
