package org.whorl.insight;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether images are of the classes that a network names: where they are not, its answers are neither right nor wrong. */
public final class ClassAgreement {
    /** So many names tell a reader which classes are meant. */
    private static final int FEW = 3;

    private ClassAgreement() {}

    /**
     * Whether every label of the images is that of the class which the network calls the same.
     *
     * @param named by the network, in order
     * @param images the classes of the images, in order; there may be fewer
     */
    public static boolean holds(List<String> named, List<String> images) {
        return images.size() <= named.size() && named.subList(0, images.size()).equals(images);
    }

    /** Why it does not hold, for people: “its classes are 0, 1, 2 …, those of the images leaf, disc”; empty where it does. */
    public static Optional<String> difference(List<String> named, List<String> images) {
        return holds(named, images)
                ? Optional.empty()
                : Optional.of("its classes are " + some(named) + ", those of the images " + some(images));
    }

    /** Whether the classes have numbers and no names. */
    public static boolean areNumbers(List<String> names) {
        return IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(String.valueOf(i)));
    }

    private static String some(List<String> names) {
        if (names.isEmpty()) {
            return "not named";
        }
        return String.join(", ", names.subList(0, Math.min(FEW, names.size()))) + (names.size() > FEW ? " …" : "");
    }
}
