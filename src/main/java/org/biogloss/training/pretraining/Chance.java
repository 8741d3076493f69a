package org.biogloss.training.pretraining;

import java.util.Random;

/// Chance that depends on nothing but a few numbers, such as the seed and the number of a row: so a run that
/// is interrupted finds it again without any state.
final class Chance {

    private Chance() {}

    static Random of(long... numbers) {
        long seed = 0;
        for (long number : numbers) seed = mixed(seed * 31 + number);
        return new Random(seed);
    }

    /// Spreads near numbers far apart (the finalizer of MurmurHash 3).
    static long mixed(long value) {
        long x = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }

    static void shuffle(int[] values, int count, Random chance) {
        for (int i = count - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
