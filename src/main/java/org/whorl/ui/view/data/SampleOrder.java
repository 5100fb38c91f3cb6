package org.whorl.ui.view.data;

import java.util.Arrays;
import java.util.Random;

import org.whorl.data.Dataset;

/**
 * The images of a set, class by class, in their order or shuffled.
 *
 * @param byClass for every class the numbers of its images
 */
record SampleOrder(int[][] byClass) {
    /**
     * The order of a set.
     *
     * @param shuffle 0 for the set's own; any other number for an order of its own
     */
    static SampleOrder of(Dataset set, long shuffle) {
        int[] counts = new int[set.classNames().size()];
        for (int label : set.labels()) {
            counts[label]++;
        }
        int[][] byClass = new int[counts.length][];
        for (int label = 0; label < counts.length; label++) {
            byClass[label] = new int[counts[label]];
        }
        Arrays.fill(counts, 0);
        for (int image = 0; image < set.size(); image++) {
            int label = set.labels()[image];
            byClass[label][counts[label]++] = image;
        }
        if (shuffle != 0) {
            Random random = new Random(shuffle);
            for (int[] images : byClass) {
                for (int i = images.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int swapped = images[i];
                    images[i] = images[j];
                    images[j] = swapped;
                }
            }
        }
        return new SampleOrder(byClass);
    }

    /** The images in the largest class. */
    int longest() {
        return Arrays.stream(byClass).mapToInt(images -> images.length).max().orElse(0);
    }

    /**
     * A page of a grid with a row for each class.
     *
     * @param firstClass the class in the first row
     * @param rows at most so many classes
     * @param first the number of the first column, from 0
     * @param columns in a row
     * @return numbers of images, row by row; −1 where a class has no more
     */
    int[] page(int firstClass, int rows, int first, int columns) {
        int[] page = new int[rows * columns];
        Arrays.fill(page, -1);
        for (int row = 0; row < rows && firstClass + row < byClass.length; row++) {
            int[] images = byClass[firstClass + row];
            for (int column = 0; column < columns && first + column < images.length; column++) {
                page[row * columns + column] = images[first + column];
            }
        }
        return page;
    }
}
