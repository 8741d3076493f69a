package org.biogloss.bert;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.biogloss.bert.Unpickler.Storage;
import org.biogloss.bert.Unpickler.Tensor;

/// A `pytorch_model.bin`: tensors described in a pickle, in both forms that `torch.save` has written.
///
/// Nothing in it is run; see [Unpickler]. Sizes are checked against the file before anything is allocated.
public final class PickleFile implements WeightSource {

    private static final BigInteger OLD_MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    /// Where the numbers of each storage lie.
    interface Store extends AutoCloseable {

        /// The bytes from a number on.
        ///
        /// @param start in bytes
        ByteBuffer bytes(Storage storage, long start, int count) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Path file;
    private final Store store;
    private final Map<String, Tensor> tensors;

    private PickleFile(Path file, Store store, Map<String, Tensor> tensors) {
        this.file = file;
        this.store = store;
        this.tensors = tensors;
    }

    /// @throws IOException with words, if the file is missing, truncated, none of its kind or dangerous
    public static PickleFile open(Path file) throws IOException {
        if (!Files.exists(file)) throw new IOException("Cannot open the model: " + file + " is missing.");
        try {
            return startsWith(file, 'P', 'K') ? openZip(file) : openOld(file);
        } catch (IOException | RuntimeException e) {
            throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        return tensor(name).size().stream().map(Math::toIntExact).toList();
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        var tensor = tensor(name);
        var type = Objects.requireNonNull(type(tensor.storage()));
        long span = span(tensor);
        try {
            var bytes =
                    store.bytes(tensor.storage(), tensor.offset() * type.bytes(), Math.toIntExact(span * type.bytes()));
            var values = type.floats(bytes);
            return isInOrder(tensor) ? values : inOrder(tensor, values);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + ": the tensor " + name + " was cut off. Copy it again.", e);
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    private Tensor tensor(String name) {
        var tensor = tensors.get(name);
        if (tensor == null) throw new IllegalArgumentException("There is no tensor " + name + " in " + file);
        return tensor;
    }

    private static boolean startsWith(Path file, int first, int second) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == first && in.read() == second;
        }
    }

    private static PickleFile openZip(Path file) throws IOException {
        var store = ZipStore.open(file);
        try (var in = store.pickle()) {
            return new PickleFile(file, store, tensors(new Unpickler(in).read(), store.sizes()));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// Before 2020: five pickles, one after the other (a magic number, a version, facts of the machine, the tensors,
    /// the keys of their storages), then for each storage the count of its numbers and the numbers.
    private static PickleFile openOld(Path file) throws IOException {
        try (var in = new Counted(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!OLD_MAGIC.equals(new Unpickler(in).read())) {
                throw new IOException("it is no file of weights that PyTorch wrote.");
            }
            new Unpickler(in).read();
            if (!(new Unpickler(in).read() instanceof Map<?, ?> facts) || facts.get("little_endian") != Boolean.TRUE) {
                throw new IOException("it was written on a machine with the big end first.");
            }
            var described = new Unpickler(in).read();
            var keys = (List<?>) new Unpickler(in).read();
            var kinds = new LinkedHashMap<String, Storage>();
            for (var tensor : found(described).values())
                kinds.put(tensor.storage().key(), tensor.storage());
            var store = OldStore.open(file, in.count(), keys, kinds);
            try {
                return new PickleFile(file, store, tensors(described, store.sizes()));
            } catch (IOException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (ClassCastException e) {
            throw new IOException("it is no file of weights that PyTorch wrote.", e);
        }
    }

    /// The tensors of numbers that a network can use, checked against the storages.
    ///
    /// @param sizes bytes of each storage
    private static Map<String, Tensor> tensors(Object described, Map<String, Long> sizes) throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var entry : found(described).entrySet()) {
            var tensor = entry.getValue();
            var type = type(tensor.storage());
            if (type == null) continue;
            if (!fits(tensor, sizes.getOrDefault(tensor.storage().key(), -1L) / type.bytes())) {
                throw new IOException("the tensor " + entry.getKey() + " does not fit its place; the file was cut off "
                        + "or damaged. Copy it again.");
            }
            tensors.put(entry.getKey(), tensor);
        }
        if (tensors.isEmpty()) throw new IOException("it holds no tensors.");
        return tensors;
    }

    private static Map<String, Tensor> found(Object described) throws IOException {
        if (!(described instanceof Map<?, ?> map)) throw new IOException("it holds no tensors by name.");
        if (map.get("state_dict") instanceof Map<?, ?> inside) return found(inside);
        var found = new LinkedHashMap<String, Tensor>();
        map.forEach((name, value) -> {
            if (name instanceof String text && value instanceof Tensor tensor) found.put(text, tensor);
        });
        return found;
    }

    private static boolean fits(Tensor tensor, long numbers) {
        if (tensor.offset() < 0 || tensor.size().size() != tensor.stride().size()) return false;
        double last = tensor.offset(); // in doubles nothing can overflow
        for (int i = 0; i < tensor.size().size(); i++) {
            long side = tensor.size().get(i);
            if (side < 1 || side > Integer.MAX_VALUE || tensor.stride().get(i) < 0) return false;
            last += (side - 1) * (double) tensor.stride().get(i);
        }
        double all = tensor.size().stream().mapToDouble(side -> side).reduce(8, (a, b) -> a * b);
        return last < numbers && all < Integer.MAX_VALUE;
    }

    /// How many numbers lie from a tensor's first to its last.
    private static long span(Tensor tensor) {
        long span = 1;
        for (int i = 0; i < tensor.size().size(); i++) {
            span += (tensor.size().get(i) - 1) * tensor.stride().get(i);
        }
        return span;
    }

    private static boolean isInOrder(Tensor tensor) {
        long expected = 1;
        for (int i = tensor.size().size() - 1; i >= 0; i--) {
            if (tensor.size().get(i) > 1 && tensor.stride().get(i) != expected) return false;
            expected *= tensor.size().get(i);
        }
        return true;
    }

    /// Row by row, for a matrix that was saved turned.
    private static FloatBuffer inOrder(Tensor tensor, FloatBuffer values) {
        int sides = tensor.size().size();
        var at = new long[sides];
        long all = tensor.size().stream().reduce(1L, (a, b) -> a * b);
        var ordered = FloatBuffer.allocate(Math.toIntExact(all));
        while (ordered.hasRemaining()) {
            long from = 0;
            for (int i = 0; i < sides; i++) from += at[i] * tensor.stride().get(i);
            ordered.put(values.get((int) from));
            for (int i = sides - 1; i >= 0 && ++at[i] == tensor.size().get(i); i--) at[i] = 0;
        }
        return ordered.flip();
    }

    /// Nothing for whole numbers: a network here has no use for them.
    private static @org.jspecify.annotations.Nullable StoredType type(Storage storage) {
        return switch (storage.kind()) {
            case "FloatStorage" -> StoredType.F32;
            case "HalfStorage" -> StoredType.F16;
            case "BFloat16Storage" -> StoredType.BF16;
            case "DoubleStorage" -> StoredType.F64;
            default -> null;
        };
    }

    static int bytes(String kind) {
        return switch (kind) {
            case "DoubleStorage", "LongStorage", "ComplexFloatStorage" -> 8;
            case "HalfStorage", "BFloat16Storage", "ShortStorage" -> 2;
            case "ByteStorage", "CharStorage", "BoolStorage" -> 1;
            default -> 4;
        };
    }

    static ByteBuffer littleEnd(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Tells how far it has been read.
    private static final class Counted extends java.io.FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) count++;
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = super.read(bytes, from, length);
            if (got > 0) count += got;
            return got;
        }

        @Override
        public long skip(long length) throws IOException {
            throw new EOFException("nothing is left out");
        }
    }
}
