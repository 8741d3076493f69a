package org.biogloss.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
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
            var known = Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", "));
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "There is no format " + word + ". There are: " + known + ".");
        }
        return format;
    }
}
