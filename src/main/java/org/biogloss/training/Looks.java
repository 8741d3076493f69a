package org.biogloss.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Scores;

/// Looks at the dev data of all tasks of a run.
record Looks(Learner learner, List<PartData> parts) {

    /// Of one task its scores, of several the mean of what decides for each.
    RunWork.Look look(JobContext context) throws IOException {
        var found = new ArrayList<Learner.Evaluation>();
        for (var part : parts) found.add(learner.evaluate(part.head(), part.dev(), context));
        if (parts.size() == 1)
            return new RunWork.Look(found.getFirst().scores(), found.getFirst().loss());
        double loss =
                found.stream().mapToDouble(Learner.Evaluation::loss).average().orElse(0);
        return new RunWork.Look(
                joint(parts, found.stream().map(Learner.Evaluation::scores).toList()), loss);
    }

    /// Scores of several tasks as one: each name with its task in front, and the mean of those that decide.
    static Scores joint(List<PartData> parts, List<Scores> scores) {
        if (parts.size() == 1) return scores.getFirst();
        Map<String, Double> values = new LinkedHashMap<>();
        double mean = scores.stream().mapToDouble(Scores::value).average().orElse(0);
        values.put("mean", mean);
        var remarks = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            var name = parts.get(i).head().name();
            scores.get(i).values().forEach((score, value) -> values.put(name + "." + score, value));
            scores.get(i).remarks().forEach(remark -> remarks.add(name + ": " + remark));
        }
        return new Scores("mean", values, remarks);
    }
}
