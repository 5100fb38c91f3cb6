package org.whorl.data.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.whorl.data.format.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GzipStreamTest {
    private static final int HEADER = 10;
    private static final int FLAGS = 3;
    private static final int NAME_AND_COMMENT = 8 | 16;

    @Test
    void namesAndCommentsOfAnyLengthAreNotKept() throws Exception {
        byte[] content = "some bytes".getBytes(StandardCharsets.UTF_8);
        byte[] plain = Samples.gzip(content);
        int length = 16 << 20;
        byte[] named = new byte[plain.length + 2 * (length + 1)];
        System.arraycopy(plain, 0, named, 0, HEADER);
        named[FLAGS] = NAME_AND_COMMENT;
        Arrays.fill(named, HEADER, HEADER + length, (byte) 'n');
        Arrays.fill(named, HEADER + length + 1, HEADER + length + 1 + length, (byte) 'c');
        System.arraycopy(plain, HEADER, named, HEADER + 2 * (length + 1), plain.length - HEADER);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        byte[] read;
        try (InputStream in = new GzipStream(Path.of("named.gz"), new ByteArrayInputStream(named))) {
            read = in.readNBytes(content.length + 1);
        }
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        assertArrayEquals(content, read);
        assertTrue(allocated < 1 << 20, "allocated " + allocated + " bytes");
    }
}
