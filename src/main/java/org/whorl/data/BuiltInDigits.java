package org.whorl.data;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The 1,797 handwritten digits that come with Whorl: 8×8 pixels with values from 0 to 16, enlarged to 28×28.
 *
 * <p>The first 1,437 train and the last 360 test. The file keeps the order in which people wrote, so the test digits are
 * mostly by other hands than the training digits: a harder and a more honest test than a shuffled one.
 */
final class BuiltInDigits {
    static final int TRAIN = 1437;
    static final int TEST = 360;
    static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    private static final String RESOURCE = "/org/whorl/assets/digits/digits.csv.gz";
    private static final int SIDE = 8;
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private BuiltInDigits() {}

    static TrainTest load() throws IOException {
        byte[] packed;
        try (InputStream in = BuiltInDigits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new DataException(RESOURCE
                        + ": expected the built-in digits in the application, found nothing; install it again");
            }
            packed = in.readAllBytes();
        }
        byte[] csv;
        try (InputStream in = new GzipStream(Path.of("digits.csv.gz"), new ByteArrayInputStream(packed))) {
            csv = in.readNBytes(1 << 20);
        }
        MessageDigest digest = Checksum.sha256();
        digest.update(csv);
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.US_ASCII))) {
            reader.lines().forEach(lines::add);
        }
        if (lines.size() != TRAIN + TEST) {
            throw new DataException(RESOURCE + ": expected " + (TRAIN + TEST) + " digits, found " + lines.size()
                    + "; install Whorl again");
        }
        return new TrainTest(
                "digits",
                parse(lines.subList(0, TRAIN)),
                parse(lines.subList(TRAIN, TRAIN + TEST)),
                Checksum.hex(digest));
    }

    private static Dataset parse(List<String> lines) throws DataException {
        float[] pixels = new float[lines.size() * SHAPE.size()];
        int[] labels = new int[lines.size()];
        float[] small = new float[SIDE * SIDE];
        for (int image = 0; image < labels.length; image++) {
            String[] fields = lines.get(image).split(",");
            if (fields.length != small.length + 1) {
                throw new DataException(RESOURCE + ": expected " + (small.length + 1) + " numbers in a line, found "
                        + fields.length + "; install Whorl again");
            }
            for (int i = 0; i < small.length; i++) {
                small[i] = Integer.parseInt(fields[i]) / 16f;
            }
            labels[image] = Integer.parseInt(fields[small.length]);
            float[] large = Resizing.bicubic(small, SIDE, SIDE, SHAPE.height(), SHAPE.width());
            System.arraycopy(large, 0, pixels, image * SHAPE.size(), large.length);
        }
        return new Dataset(SHAPE, pixels, labels, CLASSES);
    }
}
