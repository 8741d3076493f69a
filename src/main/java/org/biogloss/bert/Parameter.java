package org.biogloss.bert;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/// One tensor of a network: its Hugging Face name and its measures.
public record Parameter(String name, List<Integer> shape) {

    public Parameter {
        shape = List.copyOf(shape);
    }

    static Parameter of(String name, Integer... shape) {
        return new Parameter(name, List.of(shape));
    }

    public long size() {
        long size = 1;
        for (int side : shape) size *= side;
        return size;
    }

    Shape torchShape() {
        return new Shape(shape.stream().mapToLong(Integer::longValue).toArray());
    }
}
