package org.whorl.training.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Explains images by few filters: takes the one that explains most wherever it lies, takes what it explains away, and begins anew
 * (S. Mallat and Z. Zhang, <i>Matching pursuits with time-frequency dictionaries</i>, IEEE Transactions on Signal Processing 41, 1993).
 * Not thread-safe.
 */
final class MatchingPursuit {
    private final TurnedBank bank;
    private final BankShape shape;
    private final int height;
    private final int width;
    private final int rows;
    private final int columns;
    /** Of each filter at each place with what is left, [K, rows, columns]. */
    private final float[] correlations;

    private float[] left = new float[0];

    /** Of images of a size. */
    MatchingPursuit(TurnedBank bank, int height, int width) {
        this.bank = bank;
        shape = bank.shape();
        this.height = height;
        this.width = width;
        rows = height - shape.side() + 1;
        columns = width - shape.side() + 1;
        correlations = new float[shape.filters() * rows * columns];
    }

    /** What the last image's code leaves unexplained, [C, height, width]. */
    float[] left() {
        return left;
    }

    /**
     * The code of an image.
     *
     * @param image [C, height, width]
     * @param most elements; fewer where nothing more explains anything
     */
    List<Choice> code(float[] image, int most) {
        left = image.clone();
        correlate(image);
        List<Choice> code = new ArrayList<>(most);
        while (code.size() < most) {
            int best = best();
            float weight = correlations[best];
            if (weight == 0 || weight < 0 && !shape.signed()) {
                break;
            }
            int place = best % (rows * columns);
            Choice choice = new Choice(best / (rows * columns), place / columns, place % columns, weight);
            code.add(choice);
            take(choice);
        }
        return code;
    }

    private void correlate(float[] image) {
        Arrays.fill(correlations, 0);
        float[] filters = bank.values();
        for (int k = 0; k < shape.filters(); k++) {
            for (int i = 0; i < shape.size(); i++) {
                float value = filters[k * shape.size() + i];
                if (value != 0) {
                    int pixel = i % shape.area();
                    int first = (i / shape.area() * height + pixel / shape.side()) * width + pixel % shape.side();
                    for (int row = 0; row < rows; row++) {
                        int to = (k * rows + row) * columns;
                        int from = first + row * width;
                        for (int column = 0; column < columns; column++) {
                            correlations[to + column] += value * image[from + column];
                        }
                    }
                }
            }
        }
    }

    private int best() {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < correlations.length; i++) {
            float size = shape.signed() ? Math.abs(correlations[i]) : correlations[i];
            if (size > most) {
                most = size;
                best = i;
            }
        }
        return best;
    }

    private void take(Choice choice) {
        int side = shape.side();
        float weight = choice.weight();
        float[] filters = bank.values();
        for (int i = 0; i < shape.size(); i++) {
            int pixel = i % shape.area();
            left[pixel(choice, i / shape.area(), pixel / side, pixel % side)] -=
                    weight * filters[choice.filter() * shape.size() + i];
        }
        float[] likeness = bank.likenessValues();
        int fromRow = Math.max(0, choice.row() - side + 1);
        int toRow = Math.min(rows, choice.row() + side);
        int fromColumn = Math.max(0, choice.column() - side + 1);
        int toColumn = Math.min(columns, choice.column() + side);
        for (int l = 0; l < shape.filters(); l++) {
            int at = bank.likenessAt(choice.filter(), l);
            for (int row = fromRow; row < toRow; row++) {
                int like = at + (row - choice.row()) * (2 * side - 1) - choice.column();
                int to = (l * rows + row) * columns;
                for (int column = fromColumn; column < toColumn; column++) {
                    correlations[to + column] -= weight * likeness[like + column];
                }
            }
        }
    }

    /** Where a value of a filter lies in an image. */
    private int pixel(Choice choice, int channel, int row, int column) {
        return (channel * height + choice.row() + row) * width + choice.column() + column;
    }

    /** What is left unexplained where a filter lies, [C, s, s]. */
    void leftUnder(Choice choice, float[] piece) {
        int side = shape.side();
        for (int row = 0; row < shape.channels() * side; row++) {
            System.arraycopy(left, pixel(choice, row / side, row % side, 0), piece, row * side, side);
        }
    }
}
