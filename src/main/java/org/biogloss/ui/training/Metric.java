package org.biogloss.ui.training;

import java.util.Locale;
import org.biogloss.ui.kit.Shown;

/// What a score is, by the name that events give it.
public record Metric(String id) {

    /// As people call it.
    public String name() {
        var plain = id.toLowerCase(Locale.ROOT).replace('_', ' ').replace('.', ' ');
        return switch (plain) {
            case "f1", "micro f1" -> "F1";
            case "macro f1" -> "macro F1";
            case "pearson" -> "Pearson’s r";
            case "spearman" -> "Spearman’s ρ";
            case "nextsentence" -> "next sentence";
            default -> id.startsWith("f1.") ? "F1 of " + id.substring(3) : plain;
        };
    }

    /// Correlations as they are, shares in per cent.
    public String words(double value) {
        if (!Double.isFinite(value)) return "–";
        if (isPerplexity()) return String.format(Locale.ROOT, "%,.1f", value);
        return isCorrelation() ? String.format(Locale.ROOT, "%.3f", value) : Shown.percent(value);
    }

    /// As [#words], without the unit: for axes and columns that name it.
    public String number(double value) {
        if (!Double.isFinite(value)) return "–";
        return isCorrelation()
                ? String.format(Locale.ROOT, "%.3f", value)
                : String.format(Locale.ROOT, "%.1f", value * 100);
    }

    private boolean isPerplexity() {
        return id.endsWith("perplexity");
    }

    private boolean isCorrelation() {
        return id.equalsIgnoreCase("pearson") || id.equalsIgnoreCase("spearman");
    }
}
