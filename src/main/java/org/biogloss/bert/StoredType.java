package org.biogloss.bert;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.IntToDoubleFunction;

/// How a number of a tensor lies in a file, little end first.
enum StoredType {
    F32(4),
    F16(2),
    BF16(2),
    F64(8);

    private final int bytes;

    StoredType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    FloatBuffer floats(ByteBuffer values) {
        return switch (this) {
            case F32 -> values.asFloatBuffer();
            case F64 -> converted(values, at -> values.getDouble(at * 8));
            case F16 -> converted(values, at -> Float.float16ToFloat(values.getShort(at * 2)));
            case BF16 -> converted(values, at -> Float.intBitsToFloat((values.getShort(at * 2) & 0xFFFF) << 16));
        };
    }

    /// @param read the value of a place, counted from the first byte of the buffer
    private FloatBuffer converted(ByteBuffer values, IntToDoubleFunction read) {
        var floats = new float[values.remaining() / bytes];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) read.applyAsDouble(i);
        return FloatBuffer.wrap(floats);
    }
}
