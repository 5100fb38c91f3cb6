package org.whorl.data.generated;

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

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.picture.Resampler;
import org.whorl.data.source.GzipStream;

/**
 * The 1,797 handwritten digits that come with Whorl: 8×8 pixels with values from 0 to 16, enlarged to 28×28.
 *
 * <p>Every fifth digit of the file, from the first, tests; the others train: 360 and 1,437. The file keeps the order in which people
 * wrote, so both parts have digits by the same 13 hands: a high accuracy here says little about other people's handwriting.
 */
public final class BuiltInDigits {
    /** How many digits train. */
    public static final int TRAIN = 1437;

    /** How many digits test. */
    public static final int TEST = 360;

    /** What they are enlarged to. */
    public static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    /** The names of the classes, which are the digits. */
    public static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final int EVERY = 5;
    private static final String RESOURCE = "/org/whorl/assets/digits/digits.csv.gz";
    private static final int SIDE = 8;

    private BuiltInDigits() {}

    /**
     * Reads them.
     *
     * @throws DataException where the file is missing in the application, or damaged
     */
    public static TrainTest load() throws IOException {
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
        List<String> train = new ArrayList<>();
        List<String> test = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            (i % EVERY == 0 ? test : train).add(lines.get(i));
        }
        return new TrainTest("digits", parse(train), parse(test), Checksum.hex(digest));
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
            float[] large = Resampler.bicubic(small, SIDE, SIDE, SHAPE.height(), SHAPE.width());
            System.arraycopy(large, 0, pixels, image * SHAPE.size(), large.length);
        }
        return new Dataset(SHAPE, pixels, labels, CLASSES);
    }
}
