package org.biogloss.bert;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a pickle that consists of tensors, and nothing else.
///
/// A pickle is a program for a small stack machine that may call any function of Python. This machine knows a handful
/// of names, none of which does anything but describe a tensor; whatever else a file asks for is refused by name before
/// anything happens. Containers become lists and maps, `None` becomes [#NONE].
final class Unpickler {

    static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    /// A name of Python's that a file of weights may use.
    record Name(String module, String name) {

        @Override
        public String toString() {
            return module + "." + name;
        }
    }

    /// Part of a storage, seen as a tensor.
    record Tensor(Storage storage, long offset, List<Long> size, List<Long> stride) {}

    /// Numbers one after the other.
    ///
    /// @param kind such as `FloatStorage`
    record Storage(String kind, String key, long count) {}

    private static final Object MARK = new Object();
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int MOST_OBJECTS = 10_000_000;

    private final DataInputStream in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    /// @param in stands behind the pickle afterwards, so it must not be read ahead
    Unpickler(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /// @throws IOException with words, if the pickle is damaged or asks for something else
    Object read() throws IOException {
        try {
            while (true) {
                int code = in.readUnsignedByte();
                if (code == '.') return pop();
                step(code);
                if (stack.size() > MOST_OBJECTS) throw new IOException("it holds more than a model could.");
            }
        } catch (EOFException e) {
            throw new IOException("it was cut off. Copy it again.", e);
        } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("it is no file of weights that PyTorch wrote.", e);
        }
    }

    private void step(int code) throws IOException {
        switch (code) {
            case 0x80 -> in.readUnsignedByte(); // protocol
            case 0x95 -> in.readLong(); // frame
            case '(' -> stack.add(MARK);
            case '0' -> pop();
            case 'N' -> stack.add(NONE);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'J' -> stack.add((long) Integer.reverseBytes(in.readInt()));
            case 'K' -> stack.add((long) in.readUnsignedByte());
            case 'M' -> stack.add((long) Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
            case 0x8a -> stack.add(whole(in.readUnsignedByte()));
            case 'G' -> stack.add(in.readDouble());
            case 'X', 'T', 'B' -> stack.add(text(Integer.reverseBytes(in.readInt())));
            case 0x8c, 'U', 'C' -> stack.add(text(in.readUnsignedByte()));
            case ')' -> stack.add(List.of());
            case 't' -> stack.add(List.copyOf(popMarked()));
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case ']' -> stack.add(new ArrayList<>());
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(popMarked());
            case '}' -> stack.add(new LinkedHashMap<>());
            case 's' -> {
                var value = pop();
                put(List.of(pop(), value));
            }
            case 'u' -> put(popMarked());
            case 'q' -> memo.put(in.readUnsignedByte(), stack.getLast());
            case 'r' -> memo.put(Integer.reverseBytes(in.readInt()), stack.getLast());
            case 0x94 -> memo.put(memo.size(), stack.getLast());
            case 'h' -> stack.add(remembered(in.readUnsignedByte()));
            case 'j' -> stack.add(remembered(Integer.reverseBytes(in.readInt())));
            case 'c' -> stack.add(known(line(), line()));
            case 0x93 -> {
                var name = (String) pop();
                stack.add(known((String) pop(), name));
            }
            case 'R', 0x81 -> call();
            case 'b' -> pop(); // what an OrderedDict carries beside its entries
            case 'Q' -> stack.add(storage((List<?>) pop()));
            default -> throw new IOException("it is no file of weights that PyTorch wrote (instruction " + code + ").");
        }
    }

    /// The only names that mean something here.
    private static Name known(String module, String name) throws IOException {
        var asked = new Name(module, name);
        boolean storage = (module.equals("torch") || module.equals("torch.storage")) && name.endsWith("Storage");
        if (storage
                || List.of(
                                "collections.OrderedDict",
                                "torch._utils._rebuild_tensor",
                                "torch._utils._rebuild_tensor_v2",
                                "torch._utils._rebuild_parameter")
                        .contains(asked.toString())) {
            return asked;
        }
        throw new IOException(
                "it asks Python for " + asked + ", which no file of weights needs. It may be an attack, so "
                        + "it was not opened. Ask where it comes from for a model.safetensors.");
    }

    private void call() throws IOException {
        var arguments = (List<?>) pop();
        var name = (Name) pop();
        stack.add(
                switch (name.name()) {
                    case "OrderedDict" -> ordered(arguments);
                    case "_rebuild_parameter" -> Objects.requireNonNull(arguments.get(0));
                    case "_rebuild_tensor", "_rebuild_tensor_v2" ->
                        new Tensor(
                                (Storage) Objects.requireNonNull(arguments.get(0)),
                                (Long) Objects.requireNonNull(arguments.get(1)),
                                wholes(arguments.get(2)),
                                wholes(arguments.get(3)));
                    default -> throw new IOException("it calls " + name + ", which makes no tensor.");
                });
    }

    private static Map<Object, Object> ordered(List<?> arguments) {
        var map = new LinkedHashMap<Object, Object>();
        if (arguments.isEmpty()) return map;
        for (var pair : (List<?>) arguments.getFirst()) {
            map.put(((List<?>) pair).get(0), ((List<?>) pair).get(1));
        }
        return map;
    }

    /// `('storage', kind, key, device, count)`, with a sixth part in the older form.
    private static Storage storage(List<?> id) throws IOException {
        if (!"storage".equals(id.getFirst())) throw new IOException("it refers to something that is no storage.");
        if (id.size() > 5 && id.get(5) != NONE) throw new IOException("its tensors are views of others' parts.");
        return new Storage(((Name) id.get(1)).name(), (String) id.get(2), (Long) id.get(4));
    }

    private static List<Long> wholes(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Long.class::cast).toList();
    }

    private Object pop() {
        var top = stack.removeLast();
        if (top == MARK) throw new IllegalArgumentException("a mark");
        return top;
    }

    private List<Object> popMarked() {
        int mark = stack.lastIndexOf(MARK);
        var above = stack.subList(mark, stack.size());
        var items = new ArrayList<>(above.subList(1, above.size()));
        above.clear();
        return items;
    }

    private void tuple(int size) {
        var items = stack.subList(stack.size() - size, stack.size());
        var tuple = List.copyOf(items);
        items.clear();
        stack.add(tuple);
    }

    @SuppressWarnings("unchecked") // what is no list is caught as damage
    private void append(List<Object> items) {
        ((List<Object>) stack.getLast()).addAll(items);
    }

    @SuppressWarnings("unchecked")
    private void put(List<Object> items) {
        var map = (Map<Object, Object>) stack.getLast();
        for (int i = 0; i < items.size(); i += 2) map.put(items.get(i), items.get(i + 1));
    }

    private Object remembered(int number) {
        return Objects.requireNonNull(memo.get(number));
    }

    /// The big magic number of the older form becomes a BigInteger, all others longs.
    private Object whole(int bytes) throws IOException {
        var number = in.readNBytes(bytes);
        if (number.length < bytes) throw new EOFException();
        for (int i = 0; i < bytes / 2; i++) {
            byte other = number[i];
            number[i] = number[bytes - 1 - i];
            number[bytes - 1 - i] = other;
        }
        if (bytes == 0) return 0L;
        var whole = new BigInteger(number);
        return bytes <= 8 ? (Object) whole.longValueExact() : whole;
    }

    private String text(int length) throws IOException {
        if (length < 0 || length > LONGEST_TEXT) throw new IOException("it holds a text of " + length + " bytes.");
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
            if (line.length() > 1000) throw new IOException("it holds a name without an end.");
        }
        return line.toString();
    }
}
