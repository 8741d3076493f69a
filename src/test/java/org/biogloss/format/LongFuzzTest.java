package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real files, broken in twenty thousand ways for each format: no exception comes through, none takes two seconds,
/// nothing
/// is fetched, and what is written again stays in its folder. Five megabytes of it are read in 512 MB.
@Tag("slow")
class LongFuzzTest {

    private static final int CASES = Integer.getInteger("biogloss.fuzz.cases", 20_000);
    private static final int LONGEST_SEED = 20_000;
    private static final long TOO_LONG = 2_000_000_000L;
    private static final Pattern PROGRAMMERS_WORDS = Pattern.compile("Exception|NullPointer|OutOfBounds|java\\.");

    @TempDir
    Path folder;

    /// Real files of the format, their first part where they are long; and the small one with something of everything.
    private List<byte[]> seeds(Format format) throws IOException, InterruptedException {
        var seeds = new ArrayList<>(List.of(FuzzTest.content(format)));
        var real = RealFiles.unpacked("import/import-samples.tar.xz", Files.createDirectories(folder.resolve("real")));
        RealFiles.unpacked("raw/BC5CDR.tar.xz", real);
        try (var files = Files.walk(real)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (seeds.size() < 8
                        && format != Format.BRAT
                        && Format.detect(file).equals(Optional.of(format))) {
                    seeds.add(head(Files.readAllBytes(file), format));
                }
            }
        }
        if (format.isWritten()) seeds.addAll(written(format));
        return seeds;
    }

    private static byte[] head(byte[] bytes, Format format) {
        return format == Format.PDF || format == Format.JATS
                ? bytes
                : Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_SEED));
    }

    /// Papers with mentions and relations, written in the format.
    private List<byte[]> written(Format format) throws IOException {
        var out = folder.resolve("written-" + format.id() + format.extension());
        var read = Reading.ofPaths(RealFiles.data().resolve("documents/DDI-documents/dev.jsonl.gz"));
        try (var writer = Exporter.open(format, out, Selection.everything())) {
            for (var document : read.documents().subList(0, 4)) writer.write(document);
            writer.finish();
        }
        if (Files.isRegularFile(out)) return List.of(head(Files.readAllBytes(out), format));
        var seeds = new ArrayList<byte[]>();
        try (var files = Files.list(out)) {
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(format.extension())) seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private Path place(Format format, byte[] content) throws IOException {
        var cases = Files.createDirectories(folder.resolve("cases"));
        if (format == Format.BRAT) {
            Files.write(cases.resolve("case.ann"), content);
            return Files.writeString(cases.resolve("case.txt"), "𝛼 x, and p53. ".repeat(40));
        }
        return Files.write(cases.resolve("case" + format.extension()), content);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void brokenRealFilesGiveLinesInTime(Format format) throws IOException, InterruptedException {
        var only = System.getProperty("biogloss.fuzz.only", format.id());
        Assumptions.assumeTrue(List.of(only.split(",")).contains(format.id()), "skipped: not asked for");
        var seeds = seeds(format);
        var random = new Random(20261124);
        long slowest = 0;
        int readable = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] broken = Mutated.of(seeds.get(i % seeds.size()), random);
            var file = place(format, broken);
            var forced = i % 2 == 0 ? Optional.of(format) : Optional.<Format>empty();
            var documents = new ArrayList<AnnotatedDocument>();
            long begin = cpu();
            var report = new Importer().read(List.of(file), forced, "gold", documents::add, JobContext.silent());
            if (cpu() - begin > TOO_LONG)
                Files.write(Path.of(System.getProperty("java.io.tmpdir"), "slow-" + i + format.extension()), broken);
            slowest = Math.max(slowest, cpu() - begin);
            assertTrue(report.documents() + report.rejected() > 0, () -> "silence about a broken " + format.id());
            assertFalse(PROGRAMMERS_WORDS.matcher(report.toJson()).find(), report::toJson);
            readable += documents.isEmpty() ? 0 : 1;
            if (i % 100 == 0) writeAgain(documents);
        }
        System.out.printf(
                "%s: %,d cases of %d files, %,d still had a document, slowest %.0f ms%n",
                format.id(), CASES, seeds.size(), readable, slowest / 1e6);
        assertTrue(slowest < TOO_LONG, slowest / 1e6 + " ms");
    }

    /// Of this thread, so that others at work here do not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Ids come from the file, and name the files of a folder: none may lead out of it.
    private void writeAgain(List<AnnotatedDocument> documents) throws IOException {
        for (var format : List.of(Format.BRAT, Format.TEXT, Format.CAS_XMI)) {
            var out = folder.resolve("out/deep/" + format.id());
            try (var writer = Exporter.open(format, out, Selection.everything())) {
                for (var document : documents) writer.write(document);
                writer.finish();
            }
        }
        try (var beside = Files.list(folder.resolve("out"))) {
            assertEquals(1, beside.count());
        }
        try (var beside = Files.list(folder.resolve("out/deep"))) {
            assertEquals(3, beside.count());
        }
    }

    @Test
    void noEntityIsFetchedFromAnywhere() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "do not read this");
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            for (var format : List.of(Format.BIOC_XML, Format.JATS, Format.MEDLINE, Format.CAS_XMI)) {
                var valid = new String(FuzzTest.content(format), java.nio.charset.StandardCharsets.UTF_8)
                        .replaceFirst("<\\?xml[^>]*>\\s*", "")
                        .replaceFirst("<!DOCTYPE[^>]*>\\s*", "");
                for (var doctype : List.of(
                        "<!DOCTYPE x SYSTEM \"" + url + "\">",
                        "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + url + "\"> %e;]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "\">]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")) {
                    var text = "<?xml version=\"1.0\"?>\n" + doctype + "\n" + valid.replace("p53", "&e;");
                    var file = Files.writeString(folder.resolve("x" + format.extension()), text);
                    var read = Reading.ofPaths(file);
                    assertTrue(
                            read.documents().stream()
                                    .noneMatch(one -> one.text().contains("do not read")),
                            read.report()::toJson);
                }
            }
            server.setSoTimeout(300);
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.net.SocketTimeoutException.class, server::accept, "somebody asked for the DTD");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void fiveMegabytesAreReadInHalfAGigabyte(Format format) throws IOException, InterruptedException {
        int i = 0;
        for (var seed : seeds(format).reversed()) {
            if (i++ == 2) break;
            byte[] large = format == Format.PDF ? seed : large(seed);
            var file = place(format, large);
            var child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-Djava.awt.headless=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReadOnce.class.getName(),
                            file.toString(),
                            format.id())
                    .inheritIO()
                    .start();
            assertTrue(child.waitFor(120, TimeUnit.SECONDS), format.id() + " does not end");
            assertEquals(0, child.exitValue(), format.id());
        }
    }

    /// One file of that size: what stands inside once, then over and over.
    private static byte[] large(byte[] seed) {
        byte[] large = new byte[5 << 20];
        for (int at = 0; at < large.length; at += seed.length) {
            System.arraycopy(seed, 0, large, at, Math.min(seed.length, large.length - at));
        }
        return large;
    }

    /// A program of its own, so that its memory is its own.
    static final class ReadOnce {
        public static void main(String[] words) throws IOException {
            new Importer()
                    .read(List.of(Path.of(words[0])), Format.named(words[1]), "gold", _ -> {}, JobContext.silent());
        }
    }
}
