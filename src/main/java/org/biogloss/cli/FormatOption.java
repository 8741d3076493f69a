package org.biogloss.cli;

import java.util.Optional;
import org.biogloss.format.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The value of `--format`: the id of a format.
final class FormatOption {

    private FormatOption() {}

    /// @throws CommandLine.ParameterException if there is no such format
    static Optional<Format> of(CommandSpec spec, @Nullable String word) {
        if (word == null) return Optional.empty();
        var format = Format.named(word);
        if (format.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "There is no format " + word + ". There are: " + Format.names() + ".");
        }
        return format;
    }
}
