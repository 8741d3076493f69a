package org.biogloss.ui.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.document.Span;
import org.biogloss.ui.agree.Passage.Mark;
import org.biogloss.ui.agree.Passage.Marks;
import org.biogloss.ui.agree.Passage.Tone;
import org.biogloss.ui.kit.TypeColours;

/// A passage as one column sees it: tints and underlines in the colours of types, a letter beside each, a ring around
/// the case at hand, and a dashed one where others say something and this column says nothing.
final class PassagePane extends VBox {

    private static final String CUT = "… ";

    private final TypeColours colours;
    private final ReadOnlyDoubleWrapper focus = new ReadOnlyDoubleWrapper(0);

    PassagePane(TypeColours colours) {
        super(8);
        this.colours = colours;
        getStyleClass().add("passage");
        setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
    }

    void show(Passage passage, Marks marks) {
        focus.set(0);
        getChildren()
                .setAll(passage.parts().stream()
                        .map(part -> new Part(passage.text(), part, marks))
                        .toList());
        setAccessibleText(marks.marks().stream()
                .filter(mark -> mark.tone() == Tone.CURRENT)
                .map(mark -> mark.spans().stream()
                                .map(span -> span.in(passage.text()))
                                .collect(Collectors.joining(" ")) + ", " + mark.type())
                .collect(Collectors.joining("; ")));
    }

    /// How far down the case at hand is drawn.
    ReadOnlyDoubleProperty focusProperty() {
        return focus.getReadOnlyProperty();
    }

    void clear() {
        getChildren().clear();
    }

    /// Some sentences, with what is marked in them drawn below and above the letters.
    private final class Part extends Region {

        private final TextFlow flow = new TextFlow();
        private final Group below = new Group();
        private final Group above = new Group();
        private final Span part;
        private final Marks marks;
        private final int shift;
        private double drawnAt = -1;
        private boolean found;

        Part(String text, Span part, Marks marks) {
            this.part = part;
            this.marks = marks;
            boolean begins = part.start() == 0;
            shift = begins ? 0 : CUT.length();
            var words = new Text((begins ? "" : CUT) + part.in(text) + (part.end() < text.length() ? "\u00a0…" : ""));
            words.getStyleClass().add("passage-text");
            flow.getChildren().add(words);
            flow.setLineSpacing(9);
            below.setManaged(false);
            above.setManaged(false);
            getChildren().addAll(below, flow, above);
        }

        @Override
        public javafx.geometry.Orientation getContentBias() {
            return javafx.geometry.Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return flow.prefHeight(width) + 10;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 200;
        }

        @Override
        protected void layoutChildren() {
            flow.resizeRelocate(0, 8, getWidth(), flow.prefHeight(getWidth()));
            flow.layout();
            if (drawnAt == getWidth()) return;
            drawnAt = getWidth();
            found = false;
            below.getChildren().clear();
            above.getChildren().clear();
            for (var tone : List.of(Tone.QUIET, Tone.DIFFERING, Tone.CURRENT)) {
                for (var mark : marks.marks()) if (mark.tone() == tone) draw(mark);
            }
            for (var span : marks.absent()) ring(span, "passage-absent");
        }

        private void draw(Mark mark) {
            double alpha = mark.tone() == Tone.QUIET ? 0.12 : 0.28;
            var line = colours.line(mark.type());
            boolean isFirst = true;
            for (var span : mark.spans()) {
                var shown = clipped(span);
                if (shown.isEmpty()) continue;
                for (var range : shown) {
                    below.getChildren().add(filled(shape(range), colours.tint(mark.type(), alpha)));
                    var under = filled(new Path(flow.underlineShape(range.start(), range.end())), line);
                    under.setTranslateY(9.5);
                    under.setStroke(line);
                    under.setStrokeWidth(mark.tone() == Tone.QUIET ? 0.4 : 1.4);
                    below.getChildren().add(under);
                    if (isFirst) letter(range, mark.type(), line);
                    isFirst = false;
                }
                if (mark.tone() == Tone.CURRENT) ring(span, "passage-ring");
            }
        }

        private void letter(Span range, String type, Color line) {
            var bounds = shape(new Span(range.start(), range.start() + 1)).getLayoutBounds();
            var letter = new Text(colours.letter(type));
            letter.getStyleClass().add("passage-letter");
            letter.setFill(line);
            letter.relocate(bounds.getMinX(), bounds.getMinY() - 3.5);
            above.getChildren().add(letter);
        }

        private void ring(Span span, String style) {
            for (var range : clipped(span)) {
                var path = shape(range);
                path.setTranslateY(8);
                path.getStyleClass().add(style);
                if (!found) focus.set(getLayoutY() + path.getLayoutBounds().getMinY());
                found = true;
                above.getChildren().add(path);
            }
        }

        private Path shape(Span range) {
            return new Path(flow.rangeShape(range.start(), range.end()));
        }

        private Path filled(Path path, Color fill) {
            path.setFill(fill);
            path.setStroke(null);
            path.setTranslateY(8);
            return path;
        }

        /// What of it is in this part, in the units of what is shown.
        private List<Span> clipped(Span span) {
            var shown = new ArrayList<Span>();
            if (span.overlaps(part)) {
                int start = Math.max(span.start(), part.start()) - part.start() + shift;
                int end = Math.min(span.end(), part.end()) - part.start() + shift;
                shown.add(new Span(start, end));
            }
            return shown;
        }
    }
}
