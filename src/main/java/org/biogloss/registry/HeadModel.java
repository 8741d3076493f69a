package org.biogloss.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.tasks.CalibrationFile;
import org.biogloss.tasks.OneHead;

/// One head of a model that has several, as a model of its own: to take home to `transformers`, or to fine-tune alone.
public final class HeadModel {

    private HeadModel() {}

    /// @param head   its name in `whole`
    /// @param folder where the new model is to lie; its name is the new id. There must be nothing yet
    /// @return the card of the new model, with the scores and the calibration of that head
    /// @throws IOException with words, if there is no such head or it cannot be written
    public static ModelCard make(ModelCard whole, String head, Path folder) throws IOException {
        if (whole.isEmbedded()) {
            throw new IOException("Cannot take a head out of " + whole.id() + ": it is a bare encoder.");
        }
        if (Files.exists(folder)) {
            throw new IOException("Cannot write a model to " + folder + ": it is there already. Name a new folder.");
        }
        var card = new ModelCard[1];
        WholeFolder.replace(folder, part -> {
            OneHead.write(whole.folder(), head, part);
            card[0] = card(whole, head, Models.open(part), folder);
            CardFile.write(card[0].at(part), CardPage.of(card[0], LocalDate.now(), ""));
            var known = CalibrationFile.read(whole.folder()).get(head);
            if (known != null) CalibrationFile.write(part, Map.of("", known));
        });
        return card[0];
    }

    /// @param found what the files of the new model say of it
    private static ModelCard card(ModelCard whole, String head, ModelCard found, Path folder) {
        return new ModelCard(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                whole.name() + ": " + head,
                folder,
                found.tasks(),
                found.types(),
                whole.id(),
                found.parameters(),
                whole.licence(),
                scores(whole, head),
                whole.trainedOn(),
                "The head " + head + " of " + whole.name() + ", with its encoder. The others learnt with it.");
    }

    /// `test.HEAD.f1` of the whole is `test.f1` of the head; what was measured elsewhere stays where it names the head.
    private static Map<String, Double> scores(ModelCard whole, String head) {
        var scores = new TreeMap<String, Double>();
        whole.scores().forEach((name, score) -> {
            for (var split : List.of("dev.", "test.")) {
                var prefix = split + head + ".";
                if (name.startsWith(prefix)) scores.put(split + name.substring(prefix.length()), score);
            }
        });
        return scores;
    }
}
