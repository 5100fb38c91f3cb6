package org.whorl.file.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A zip file that no honest writer makes: members twice, exchanged, of false sizes, or far larger than they look. */
public final class SpoiltArchive {
    private static final int BOMB = 300 << 20;
    private static final int RARELY = 400;
    private static final byte[] HEADER = header("(99999999, 99999999), }");

    /** 300 MiB of zeros, and the same behind the header of an array: made once. */
    private static final List<Member> BOMBS = List.of(bomb(new byte[0]), bomb(HEADER));

    /**
     * A member as it is stored.
     *
     * @param packed its bytes, deflated
     * @param size unpacked, as the archive says
     * @param sum its checksum, as the archive says
     */
    private record Member(String name, byte[] packed, long size, long sum) {
        Member named(String other) {
            return new Member(other, packed, size, sum);
        }
    }

    private SpoiltArchive() {}

    /** Spoils an archive: its bytes, its members' bytes, or how they lie in it. */
    public static byte[] of(byte[] good, Random random) {
        if (random.nextInt(3) == 0) {
            return Spoiling.bytes(good, random);
        }
        List<Member> members = read(good);
        int at = random.nextInt(members.size());
        int other = random.nextInt(members.size());
        Member member = members.get(at);
        switch (random.nextInt(RARELY) == 0 ? 9 : random.nextInt(9)) {
            case 0 -> members.add(other, member);
            case 1 -> {
                members.set(at, members.get(other).named(member.name()));
                members.set(other, member.named(members.get(other).name()));
            }
            case 2 -> members.set(at, member.named(members.get(other).name()));
            case 3 -> members.remove(at);
            case 4 ->
                members.set(
                        at, new Member(member.name(), member.packed(), random.nextInt() & 0xffffffffL, member.sum()));
            case 5 -> members.set(at, packed(member.name(), greatShape(content(good, member.name()))));
            case 9 -> members.set(at, BOMBS.get(random.nextInt(BOMBS.size())).named(member.name()));
            default -> {
                byte[] content = content(good, member.name());
                boolean array = member.name().endsWith(".npy");
                members.set(
                        at,
                        packed(
                                member.name(),
                                array ? Spoiling.bytes(content, random) : Spoiling.text(content, random)));
            }
        }
        return written(members);
    }

    /** The shape in an array's header with nines for all digits. */
    private static byte[] greatShape(byte[] array) {
        byte[] great = array.clone();
        int from = new String(array, StandardCharsets.ISO_8859_1).indexOf("'shape': (");
        for (int i = Math.max(0, from); i < great.length && great[i] != ')'; i++) {
            great[i] = great[i] >= '0' && great[i] <= '8' ? (byte) '9' : great[i];
        }
        return great;
    }

    private static byte[] header(String shape) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape;
        byte[] header = Arrays.copyOf(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0}, 10 + text.length());
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, header, 10, text.length());
        return header;
    }

    private static List<Member> read(byte[] archive) {
        List<Member> members = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.add(packed(entry.getName(), zip.readAllBytes()));
            }
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(byte[] archive, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(name);
    }

    private static Member packed(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        return new Member(name, drain(deflater), content.length, sum.getValue());
    }

    private static Member bomb(byte[] start) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(start);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        byte[] block = new byte[1 << 16];
        CRC32 sum = new CRC32();
        sum.update(start);
        for (int done = 0; done < BOMB; done += zeros.length) {
            for (int count = deflater.deflate(block); count > 0; count = deflater.deflate(block)) {
                out.write(block, 0, count);
            }
            deflater.setInput(zeros);
            sum.update(zeros);
        }
        deflater.finish();
        out.writeBytes(drain(deflater));
        return new Member("bomb", out.toByteArray(), (long) BOMB + start.length, sum.getValue());
    }

    private static byte[] drain(Deflater deflater) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] written(List<Member> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Member member : members) {
            byte[] name = member.name().getBytes(StandardCharsets.UTF_8);
            int offset = out.size();
            ByteBuffer common = little(26)
                    .putShort((short) 20)
                    .putShort((short) 0)
                    .putShort((short) 8)
                    .putInt(0x00210000)
                    .putInt((int) member.sum())
                    .putInt(member.packed().length)
                    .putInt((int) member.size())
                    .putShort((short) name.length)
                    .putShort((short) 0);
            out.writeBytes(little(4).putInt(0x04034b50).array());
            out.writeBytes(common.array());
            out.writeBytes(name);
            out.writeBytes(member.packed());
            directory.writeBytes(
                    little(6).putInt(0x02014b50).putShort((short) 20).array());
            directory.writeBytes(common.array());
            directory.writeBytes(little(14).position(10).putInt(offset).array());
            directory.writeBytes(name);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) members.size())
                .putShort((short) members.size())
                .putInt(directory.size())
                .putInt(start)
                .array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
