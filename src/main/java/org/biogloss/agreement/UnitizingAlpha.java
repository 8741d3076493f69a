package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.biogloss.document.Span;

/// Krippendorff's alpha for what annotators cut out of a text and name (Krippendorff 1995, "On the Reliability of
/// Unitizing
/// Continuous Data"; worked example in Krippendorff 2004, "Measuring the Reliability of Qualitative Text Analysis
/// Data").
/// Borders that lie further apart disagree more. Lengths are in UTF-16 units; each document is a text of its own, so no
/// gap reaches from one into the next.
///
/// An annotator's mentions of one type must not overlap each other here: where they do, they count as one. A mention of
/// several stretches counts as those stretches.
final class UnitizingAlpha implements Measure {

    /// A stretch, or what lies between two.
    private record Section(int start, int length, boolean isUnit) {

        int end() {
            return start + length;
        }
    }

    /// So many units, or gaps, of one length in one document.
    private record Lot(int length, int document, int count) {}

    /// Lengths of one type's units and gaps, the shortest first.
    private record Lengths(List<Lot> units, List<Lot> gaps) {}

    /// @param differences by document, the sum over all ordered pairs of annotators
    private record OfType(double[] differences, Lengths lengths) {}

    private final int annotators;
    private final int[] length;
    private final List<OfType> types = new ArrayList<>();

    UnitizingAlpha(Study study) {
        annotators = study.annotators().size();
        length = study.documents().stream()
                .mapToInt(item -> item.text().length())
                .toArray();
        for (var type : study.types()) types.add(of(study, type));
    }

    private static OfType of(Study study, String type) {
        var differences = new double[study.documents().size()];
        var units = new ArrayList<int[]>();
        var gaps = new ArrayList<int[]>();
        for (int document = 0; document < differences.length; document++) {
            var item = study.documents().get(document);
            var all = new ArrayList<List<Section>>();
            for (var opinion : item.opinions())
                all.add(sections(opinion, type, item.text().length()));
            for (var sections : all) {
                for (var section : sections) {
                    (section.isUnit() ? units : gaps).add(new int[] {section.length(), document});
                }
            }
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < all.size(); j++) {
                    if (i != j) differences[document] += difference(all.get(i), all.get(j));
                }
            }
        }
        return new OfType(differences, new Lengths(lots(units), lots(gaps)));
    }

    /// Many are of one length: a draw of the bootstrap goes over lots and not over each of them.
    private static List<Lot> lots(List<int[]> lengthsAndDocuments) {
        var sorted = new ArrayList<>(lengthsAndDocuments);
        sorted.sort(Comparator.comparingInt((int[] row) -> row[0]).thenComparingInt(row -> row[1]));
        var lots = new ArrayList<Lot>();
        for (var row : sorted) {
            boolean same = !lots.isEmpty()
                    && lots.getLast().length() == row[0]
                    && lots.getLast().document() == row[1];
            int before = same ? lots.removeLast().count() : 0;
            lots.add(new Lot(row[0], row[1], before + 1));
        }
        return List.copyOf(lots);
    }

    private static List<Section> sections(Study.Opinion opinion, String type, int length) {
        var spans = opinion.mentions().stream()
                .filter(mention -> mention.type().equals(type))
                .flatMap(mention -> mention.spans().stream())
                .sorted()
                .toList();
        var joined = new ArrayList<Span>();
        for (var span : spans) {
            boolean inLast =
                    !joined.isEmpty() && span.start() < joined.getLast().end();
            if (inLast) joined.set(joined.size() - 1, joined.getLast().union(span));
            else joined.add(span);
        }
        var sections = new ArrayList<Section>();
        int at = 0;
        for (var span : joined) {
            if (span.start() > at) sections.add(new Section(at, span.start() - at, false));
            sections.add(new Section(span.start(), span.length(), true));
            at = span.end();
        }
        if (at < length) sections.add(new Section(at, length - at, false));
        return sections;
    }

    /// The squared distances of borders where two units meet, and the squared length of a unit that lies in a gap of
    /// the
    /// other.
    private static double difference(List<Section> ones, List<Section> others) {
        double sum = 0;
        int from = 0;
        for (var one : ones) {
            while (from < others.size() && others.get(from).end() <= one.start()) from++;
            for (int j = from; j < others.size() && others.get(j).start() < one.end(); j++) {
                sum += difference(one, others.get(j));
            }
        }
        return sum;
    }

    private static double difference(Section one, Section other) {
        if (one.isUnit() && other.isUnit()) {
            double starts = one.start() - other.start();
            double ends = one.end() - other.end();
            return starts * starts + ends * ends;
        }
        if (one.isUnit() && isInside(one, other)) return (double) one.length() * one.length();
        if (other.isUnit() && isInside(other, one)) return (double) other.length() * other.length();
        return 0;
    }

    private static boolean isInside(Section unit, Section gap) {
        return gap.start() <= unit.start() && unit.end() <= gap.end();
    }

    @Override
    public Figure with(int[] times) {
        double all = 0;
        for (int i = 0; i < times.length; i++) all += (double) times[i] * length[i];
        if (all == 0) return new Figure.Undefined("there is no text to compare");
        double observed = 0;
        double expected = 0;
        for (var type : types) {
            for (int i = 0; i < times.length; i++) observed += times[i] * type.differences()[i];
            expected += expected(type.lengths(), times, all);
        }
        if (types.isEmpty()) return new Figure.Undefined("nobody has a mention");
        observed /= (double) annotators * (annotators - 1) * all * all;
        if (expected == 0) return new Figure.Undefined("no mention could lie anywhere else");
        return Figure.of(1 - observed / expected);
    }

    /// Equation 6 of the 1995 paper: what units and gaps of these lengths would disagree if they lay anywhere.
    private double expected(Lengths lengths, int[] times, double all) {
        double units = 0;
        double among = 0;
        double inGaps = 0;
        double fill = 0;
        // Gaps at least as long as the unit at hand: how many, and how long together.
        double count = 0;
        double sum = 0;
        int gap = lengths.gaps().size() - 1;
        for (var unit : lengths.units().reversed()) {
            double l = unit.length();
            double often = (double) times[unit.document()] * unit.count();
            for (; gap >= 0 && lengths.gaps().get(gap).length() >= l; gap--) {
                var lot = lengths.gaps().get(gap);
                double gaps = (double) times[lot.document()] * lot.count();
                count += gaps;
                sum += gaps * lot.length();
            }
            units += often;
            among += often * (2 * l * l * l - 3 * l * l + l);
            inGaps += often * l * l * (sum - count * (l - 1));
            fill += often * l * (l - 1);
        }
        if (units == 0) return 0;
        double places = annotators * all;
        return 2 / all * ((units - 1) / 3 * among + inGaps) / (places * (places - 1) - fill);
    }
}
