package org.biogloss.bert;

/// The numbers a network computes with. Its weights are kept, learned and saved in float32 either way.
public enum Precision {
    FLOAT32("fp32"),
    /// The range of float32 with 8 bits of precision.
    BFLOAT16("bf16"),
    /// 8 bits in the matrices of a network that only reads.
    INT8("int8");

    private final String words;

    Precision(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
