package org.biogloss.measure;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Several that do the same work turn by turn, so that whatever else the machine does hits all alike.
public final class Contest {

    /// Works for a while.
    @FunctionalInterface
    public interface Turn {

        /// @return how much was done a second
        double take() throws Exception;
    }

    /// @param rate of each turn but the first, which is to warm up
    public record Contender(String name, Turn turn, Sample rate) {

        public double median() {
            return rate.median();
        }
    }

    private final List<Contender> contenders = new ArrayList<>();

    public Contender add(String name, Turn turn) {
        contenders.add(new Contender(name, turn, new Sample()));
        return contenders.getLast();
    }

    public List<Contender> contenders() {
        return List.copyOf(contenders);
    }

    public void run(int rounds, JobContext context) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (var contender : contenders) {
                context.checkCancelled();
                context.report(new Progress(round, rounds, contender.name()));
                double rate = contender.turn().take();
                if (round > 0) contender.rate().add(rate);
            }
        }
    }
}
