package org.biogloss.bert;

/// Where a person wants networks to run.
public enum DeviceWish {
    /// On a GPU that PyTorch can use, or else on the processor.
    AUTO,
    CPU,
    GPU
}
