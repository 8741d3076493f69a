package org.biogloss.bert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The weights inside an ONNX file that was exported from a Hugging Face BERT; its graph is not run.
///
/// Most tensors keep their names. The matrices of linear layers lost theirs (`onnx::MatMul_787`) and lie transposed;
/// the name comes back from the node that multiplies by them (`/encoder/layer.0/attention/self/query/MatMul`).
public final class OnnxFile implements WeightSource {

    private static final int FLOAT = 1;

    private record Tensor(List<Integer> shape, ByteBuffer values, boolean transposed) {}

    private final String where;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /// @param bytes the whole file
    /// @param where what to call it in messages
    public OnnxFile(byte[] bytes, String where) throws IOException {
        this.where = where;
        var byMatrix = new HashMap<String, String>();
        var initial = new LinkedHashMap<String, Tensor>();
        try {
            for (var model = new Protobuf(bytes); model.next(); ) {
                if (model.field() != 7) continue; // ModelProto.graph
                for (var graph = model.message(); graph.next(); ) {
                    if (graph.field() == 1) readNode(graph.message(), byMatrix); // GraphProto.node
                    if (graph.field() == 5) readTensor(graph.message(), initial); // GraphProto.initializer
                }
            }
        } catch (RuntimeException e) {
            throw new IOException("Cannot read " + where + ": it is no ONNX file, or it was cut off.", e);
        }
        initial.forEach((name, tensor) -> {
            var layer = byMatrix.get(name);
            tensors.put(layer == null ? name : layer + ".weight", layer == null ? tensor : transposed(tensor));
        });
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        return tensor(name).shape();
    }

    @Override
    public FloatBuffer read(String name) {
        var tensor = tensor(name);
        var values = tensor.values().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        if (!tensor.transposed()) return values;
        int rows = tensor.shape().get(0);
        int columns = tensor.shape().get(1);
        var turned = new float[rows * columns];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) turned[row * columns + column] = values.get();
        }
        return FloatBuffer.wrap(turned);
    }

    private Tensor tensor(String name) {
        var tensor = tensors.get(name);
        if (tensor == null) throw new IllegalArgumentException("There is no tensor " + name + " in " + where);
        return tensor;
    }

    private static Tensor transposed(Tensor tensor) {
        return new Tensor(tensor.shape().reversed(), tensor.values(), true);
    }

    private static void readNode(Protobuf node, Map<String, String> byMatrix) {
        var inputs = new ArrayList<String>();
        var name = "";
        while (node.next()) {
            if (node.field() == 1) inputs.add(node.text());
            if (node.field() == 3) name = node.text();
        }
        if (!name.startsWith("/") || !name.endsWith("/MatMul")) return;
        var layer = name.substring(1, name.length() - "/MatMul".length()).replace('/', '.');
        for (var input : inputs) if (input.startsWith("onnx::MatMul_")) byMatrix.put(input, layer);
    }

    private static void readTensor(Protobuf tensor, Map<String, Tensor> into) {
        var shape = new ArrayList<Integer>();
        var name = "";
        var type = 0L;
        var values = ByteBuffer.allocate(0);
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> tensor.numbers().forEach(side -> shape.add(Math.toIntExact(side)));
                case 2 -> type = tensor.number();
                case 8 -> name = tensor.text();
                case 9 -> values = tensor.bytes();
                default -> {}
            }
        }
        if (type != FLOAT || values.remaining() == 0) return;
        long size = shape.stream().mapToLong(Integer::longValue).reduce(4, Math::multiplyExact);
        if (size != values.remaining()) throw new IllegalArgumentException(name + " has " + values.remaining());
        into.put(name, new Tensor(List.copyOf(shape), values, false));
    }

    /// Walks over the fields of one protocol-buffer message.
    private static final class Protobuf {

        private final ByteBuffer in;
        private int field;
        private long number;
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        Protobuf(byte[] message) {
            this(ByteBuffer.wrap(message));
        }

        private Protobuf(ByteBuffer in) {
            this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean next() {
            if (!in.hasRemaining()) return false;
            long key = varint();
            field = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case 0 -> number = varint();
                case 1 -> number = in.getLong();
                case 2 -> bytes = slice(Math.toIntExact(varint()));
                case 5 -> number = in.getInt();
                default -> throw new IllegalArgumentException("field of kind " + (key & 7));
            }
            if ((key & 7) != 2) bytes = ByteBuffer.allocate(0);
            return true;
        }

        int field() {
            return field;
        }

        long number() {
            return number;
        }

        ByteBuffer bytes() {
            return bytes.slice();
        }

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.slice()).toString();
        }

        Protobuf message() {
            return new Protobuf(bytes.slice());
        }

        /// A repeated number, packed into one field or not.
        List<Long> numbers() {
            if (!bytes.hasRemaining()) return List.of(number);
            var packed = new Protobuf(bytes.slice());
            var numbers = new ArrayList<Long>();
            while (packed.in.hasRemaining()) numbers.add(packed.varint());
            return numbers;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) return value;
            }
            throw new IllegalArgumentException("a number of more than ten bytes");
        }

        private ByteBuffer slice(int length) {
            var part = in.slice(in.position(), length);
            in.position(in.position() + length);
            return part;
        }
    }
}
