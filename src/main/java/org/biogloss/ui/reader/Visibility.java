package org.biogloss.ui.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Which mentions are shown.
///
/// @param threshold suggestions with less confidence are hidden
record Visibility(boolean suggestions, double threshold, Set<String> hiddenTypes, Set<String> hiddenLayers) {

    static final Visibility ALL = new Visibility(true, 0, Set.of(), Set.of());

    Visibility {
        hiddenTypes = Set.copyOf(hiddenTypes);
        hiddenLayers = Set.copyOf(hiddenLayers);
    }

    private record Saying(String type, List<Span> spans) {

        static Saying of(Mention mention) {
            return new Saying(mention.type(), mention.spans());
        }
    }

    /// In text order. A suggestion that only repeats finished work, or a surer suggestion, is left out.
    List<Mention> of(AnnotatedDocument document) {
        var mentions = document.mentions().toList();
        var said = new HashSet<Saying>();
        var surest = new HashMap<Saying, Mention>();
        for (var mention : mentions) {
            if (mention.standing() == Standing.CONFIRMED) said.add(Saying.of(mention));
            else if (mayShow(mention)) surest.merge(Saying.of(mention), mention, Visibility::surer);
        }
        return mentions.stream()
                .filter(mention -> switch (mention.standing()) {
                    case REJECTED -> false;
                    case CONFIRMED -> passes(mention);
                    case SUGGESTED -> {
                        var saying = Saying.of(mention);
                        yield surest.get(saying) == mention && !said.contains(saying);
                    }
                })
                .toList();
    }

    /// What is shown of the mentions that say the same as this one: how it is known what one edit changes.
    List<Mention> ofThoseLike(Mention mention, AnnotatedDocument document) {
        var alike = document.startingAt(mention.spans().getFirst().start()).stream()
                .filter(mention::saysTheSameAs)
                .toList();
        boolean said = alike.stream().anyMatch(one -> one.standing() == Standing.CONFIRMED);
        var surest = alike.stream().filter(this::mayShow).reduce(Visibility::surer);
        return alike.stream()
                .filter(one -> one.standing() == Standing.CONFIRMED
                        ? passes(one)
                        : !said && surest.filter(best -> best == one).isPresent())
                .toList();
    }

    /// Whether a suggestion passes what is set, whatever else is said.
    private boolean mayShow(Mention mention) {
        return mention.standing() == Standing.SUGGESTED
                && suggestions
                && confidence(mention) >= threshold
                && passes(mention);
    }

    private static Mention surer(Mention one, Mention other) {
        return confidence(one) >= confidence(other) ? one : other;
    }

    Visibility withSuggestions(boolean on) {
        return new Visibility(on, threshold, hiddenTypes, hiddenLayers);
    }

    Visibility above(double newThreshold) {
        return new Visibility(suggestions, newThreshold, hiddenTypes, hiddenLayers);
    }

    Visibility toggled(String type) {
        var types = new HashSet<>(hiddenTypes);
        if (!types.remove(type)) types.add(type);
        return new Visibility(suggestions, threshold, types, hiddenLayers);
    }

    Visibility layerShown(String layer, boolean on) {
        var layers = new HashSet<>(hiddenLayers);
        if (on) layers.remove(layer);
        else layers.add(layer);
        return new Visibility(suggestions, threshold, hiddenTypes, layers);
    }

    static double confidence(Mention mention) {
        return mention.standing() == Standing.SUGGESTED && mention.source() instanceof Source.Model(var _, var c)
                ? c
                : 1;
    }

    /// Whether a relation may be drawn.
    boolean shows(Relation relation) {
        return !hiddenLayers.contains(relation.layer())
                && switch (relation.standing()) {
                    case CONFIRMED -> true;
                    case REJECTED -> false;
                    case SUGGESTED ->
                        suggestions && relation.source() instanceof Source.Model(var _, var sure) && sure >= threshold;
                };
    }

    /// Whether neither its type nor its layer is switched off.
    boolean passes(Mention mention) {
        return !hiddenTypes.contains(mention.type()) && !hiddenLayers.contains(mention.layer());
    }
}
