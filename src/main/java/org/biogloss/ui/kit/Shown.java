package org.biogloss.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, dates and times as the window shows them: thousands separators, units, ISO dates.
public final class Shown {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Shown() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Such as `1 document` or `26,501 documents`.
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /// Such as `87.3 %`.
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    /// In local time, such as `2026-11-23 14:05`.
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /// Such as `12 s`, `3 min 20 s` or `2 h 05 min`: two units at most.
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) return seconds + " s";
        if (seconds < 600) return seconds / 60 + " min " + String.format(Locale.ROOT, "%02d s", seconds % 60);
        if (seconds < 3600) return seconds / 60 + " min";
        return seconds / 3600 + " h " + String.format(Locale.ROOT, "%02d min", seconds % 3600 / 60);
    }

    /// Such as `4.2 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1000) return bytes + " B";
        double size = bytes;
        int unit = -1;
        while (size >= 1000 && unit < 3) {
            size /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, new String[] {"kB", "MB", "GB", "TB"}[unit]);
    }
}
