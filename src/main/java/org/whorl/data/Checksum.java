package org.whorl.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has to offer. */
public final class Checksum {
    private static final int BLOCK = 1 << 16;

    private Checksum() {}

    /** A SHA-256 of nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the bits of numbers to a digest, the lowest byte first. */
    public static void update(MessageDigest digest, float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 * Math.min(values.length, BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            bytes.clear();
            bytes.asFloatBuffer().put(values, from, Math.min(BLOCK, values.length - from));
            bytes.limit(4 * Math.min(BLOCK, values.length - from));
            digest.update(bytes);
        }
    }

    /** The digest of everything given to it so far, in hexadecimal; starts it afresh. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
