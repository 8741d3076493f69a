package org.biogloss.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Another program that does the same work, in a process of its own that waits while it is not asked, so that the two
/// can be measured turn by turn: a JSON document a line in, one out.
public final class PeerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeerProcess.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final Path words;

    private PeerProcess(String name, Process process, Path words) {
        this.name = name;
        this.process = process;
        this.words = words;
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts a script of `src/bench/peers`, or says in the log why it cannot.
    ///
    /// @param name what the figures call it
    public static Optional<PeerProcess> python(String name, String script, List<String> arguments) throws IOException {
        var python = System.getProperty("biogloss.python", System.getenv().getOrDefault("BIOGLOSS_PYTHON", ""));
        var file = Path.of(System.getProperty("biogloss.home", "."), "src", "bench", "peers", script);
        if (python.isEmpty() || !Files.exists(file)) {
            var lacks = python.isEmpty() ? "BIOGLOSS_PYTHON does not name a Python that has it" : file + " is missing";
            LOG.warn("Measured without {}: {}.", name, lacks);
            return Optional.empty();
        }
        var command = new ArrayList<>(List.of(python, file.toString()));
        command.addAll(arguments);
        var words = Files.createTempFile("biogloss-peer", ".log");
        var builder = new ProcessBuilder(command).redirectError(words.toFile());
        builder.environment().putIfAbsent("GOMP_SPINCOUNT", "20000"); // as ours
        builder.environment().put("HF_HUB_OFFLINE", "1");
        return Optional.of(new PeerProcess(name, builder.start(), words));
    }

    public String name() {
        return name;
    }

    /// @throws IOException with the peer's last words, if it ended instead of answering
    public JsonNode ask(Object question) throws IOException {
        var asked = JSON.writeValueAsString(question);
        var answer = answerTo(asked);
        if (answer.isPresent()) return JSON.readTree(answer.get());
        var said = Files.readString(words).strip();
        var end = process.isAlive() ? "it fell silent" : "it ended (exit code " + process.exitValue() + ")";
        throw new IOException("Cannot measure " + name + ": " + end + " with the words "
                + said.substring(Math.max(0, said.length() - 500)));
    }

    private Optional<String> answerTo(String question) {
        try {
            questions.write(question);
            questions.newLine();
            questions.flush();
            return Optional.ofNullable(answers.readLine());
        } catch (IOException e) { // a broken pipe
            LOG.debug("{} cannot be asked", name, e);
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(words);
    }
}
