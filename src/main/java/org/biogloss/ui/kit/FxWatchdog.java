package org.biogloss.ui.kit;

import java.time.Duration;
import javafx.animation.AnimationTimer;

/// Measures the longest time for which the window's thread answered nobody. Start, stop and read it there.
public final class FxWatchdog {

    /// A frame of 60 a second, which two pulses are apart without any block.
    private static final long FRAME = 16_666_667L;

    private final AnimationTimer pulses = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private long last;
    private long longest;

    public void start() {
        longest = 0;
        last = System.nanoTime();
        pulses.start();
    }

    public Duration stop() {
        pulse(System.nanoTime());
        pulses.stop();
        return longestBlock();
    }

    public Duration longestBlock() {
        return Duration.ofNanos(longest);
    }

    private void pulse(long now) {
        longest = Math.max(longest, now - last - FRAME);
        last = now;
    }
}
