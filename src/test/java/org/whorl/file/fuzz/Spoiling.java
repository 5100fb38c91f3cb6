package org.whorl.file.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to spoil a file that is well-formed. The same random numbers spoil it in the same way. */
public final class Spoiling {
    private static final int[] INTERESTING = {0, 1, 0x7f, 0x80, 0xff, 8, 3, '.', '/', '7', '9'};
    private static final int[] HUGE = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 0x00ffffff, 0xffff, 0x7fff0000
    };

    private static final Pattern VALUE = Pattern.compile("-?\\d[\\d.eE+-]*|\"[^\"]*\"|true|false|null");
    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1",
            "2000000000",
            "99999999999999999999",
            "1e999",
            "NaN",
            "\"\"",
            "\"NOTHING\"",
            "{}",
            "[]",
            "true",
            "[null]",
            "{\"a\":1}",
            "\"\\u001b[31m\\u0000\"",
            "1.5",
            "[".repeat(2000),
            "\"" + "x".repeat(70_000) + "\"",
            "9".repeat(3000));

    private Spoiling() {}

    /** Flips, overwrites, cuts, lengthens, repeats, moves and claims great lengths, one to four times. */
    public static byte[] bytes(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            // Headers are where it hurts most.
            int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 600);
            bytes = spoilt(bytes, random.nextInt(reach), random);
        }
        return bytes;
    }

    private static byte[] spoilt(byte[] bytes, int at, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(1030));
            }
            case 4 -> {
                if (bytes.length >= 4) {
                    ByteBuffer.wrap(bytes).putInt(Math.min(at, bytes.length - 4) & ~3, random.nextInt());
                }
            }
            case 5 -> {
                int length = random.nextInt(bytes.length - at);
                ByteArrayOutputStream twice = new ByteArrayOutputStream();
                twice.write(bytes, 0, at + length);
                twice.write(bytes, at, bytes.length - at);
                return twice.toByteArray();
            }
            case 6 -> {
                if (bytes.length >= 4) {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes)
                            .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                    buffer.putInt(Math.min(at, bytes.length - 4), HUGE[random.nextInt(HUGE.length)]);
                }
            }
            default -> {
                int length = random.nextInt(bytes.length - at);
                System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
            }
        }
        return bytes;
    }

    /** The same for JSON or tables: mostly whole values become others, appear twice or go. */
    public static byte[] text(byte[] good, Random random) {
        if (random.nextInt(4) == 0) {
            return bytes(good, random);
        }
        String text = new String(good, StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            List<MatchResult> values =
                    new ArrayList<>(VALUE.matcher(text).results().toList());
            if (values.isEmpty()) {
                break;
            }
            MatchResult value = values.get(random.nextInt(values.size()));
            String instead =
                    switch (random.nextInt(4)) {
                        case 0 -> "";
                        case 1 -> values.get(random.nextInt(values.size())).group();
                        default -> VALUES.get(random.nextInt(VALUES.size()));
                    };
            text = text.substring(0, value.start()) + instead + text.substring(value.end());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
