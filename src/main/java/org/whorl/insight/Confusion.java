package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which classes were taken for which.
 *
 * @param classNames a name for every class
 * @param rows images by true class (outer) and predicted class (inner)
 */
public record Confusion(List<String> classNames, List<List<Integer>> rows) {
    public Confusion {
        classNames = List.copyOf(classNames);
        rows = rows.stream().map(List::copyOf).toList();
        int classes = classNames.size();
        if (rows.size() != classes || rows.stream().anyMatch(row -> row.size() != classes)) {
            throw new IllegalArgumentException(
                    "confusion: expected " + classes + " rows of as many counts, found " + rows.size() + " rows");
        }
    }

    /** Counts pairs. */
    public static Confusion of(List<String> classNames, int[] labels, int[] predictions) {
        int[][] counts = new int[classNames.size()][classNames.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predictions[i]]++;
        }
        return new Confusion(
                classNames,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().collect(Collectors.toList()))
                        .toList());
    }

    /** All images. */
    public int images() {
        return rows.stream().flatMap(List::stream).mapToInt(n -> n).sum();
    }

    /** The share that was classified rightly, 0 to 1; NaN without images. */
    public double accuracy() {
        int right = 0;
        for (int c = 0; c < rows.size(); c++) {
            right += rows.get(c).get(c);
        }
        return images() == 0 ? Double.NaN : (double) right / images();
    }

    /** The share of a class's images that was classified rightly, 0 to 1; NaN where there are none. */
    public double recall(int trueClass) {
        int all = rows.get(trueClass).stream().mapToInt(n -> n).sum();
        return all == 0 ? Double.NaN : (double) rows.get(trueClass).get(trueClass) / all;
    }
}
