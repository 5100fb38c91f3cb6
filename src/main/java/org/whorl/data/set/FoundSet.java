package org.whorl.data.set;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.format.Cifar10;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.KerasArchive;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.SetFormat;
import org.whorl.data.source.SourceFile;

/**
 * What the user points at, files or a folder, recognised as a set that {@link Datasets#load} can read. Looks at names and at a few
 * bytes, so that it takes no time; whether the set is whole shows when it is read.
 *
 * @param name as {@link Datasets} takes it
 * @param folder where its files are; empty where the name says it
 */
public record FoundSet(String name, Optional<Path> folder) {
    private static final int IMAGES = 0x0803;
    private static final int COLOUR_IMAGES = 0x0804;
    private static final int LABELS = 0x0801;

    private static final int TAR_MARK = 257;
    private static final int HEAD = 512;

    private static final String EXPECTED =
            "expected a folder of pictures with a sub-folder a class, the IDX files of MNIST or its kin,"
                    + " mnist.npz, or CIFAR-10's batches or archive";

    /**
     * Recognises a set.
     *
     * @param paths a folder of class folders; a folder or files in MNIST's format, images and labels in any order; mnist.npz; the
     *     folder or the archive of CIFAR-10
     * @throws DataException where it is none of these: the first path, what was expected, and what was found
     */
    public static FoundSet of(List<Path> paths) throws DataException {
        try {
            if (paths.size() == 1) {
                Path path = paths.get(0).toAbsolutePath();
                return Files.isDirectory(path) ? inFolder(path) : inFile(path);
            }
            if (paths.size() == 2 && paths.stream().noneMatch(Files::isDirectory)) {
                return pair(paths.get(0).toAbsolutePath(), paths.get(1).toAbsolutePath());
            }
            if (!paths.isEmpty()) {
                Path parent = paths.get(0).toAbsolutePath().getParent();
                if (paths.stream()
                                .allMatch(p -> parent.equals(p.toAbsolutePath().getParent()))
                        && SetFormat.ALL.stream().anyMatch(format -> format.isAt(parent))
                        && paths.stream().noneMatch(Files::isDirectory)) {
                    return inFolder(parent);
                }
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw SourceFile.explain(paths.get(0), e);
        }
        throw new DataException((paths.isEmpty() ? "data set" : paths.get(0)) + ": " + EXPECTED + ", found "
                + (paths.isEmpty() ? "nothing" : "this and " + (paths.size() - 1) + " more that are no set together"));
    }

    private static FoundSet inFolder(Path folder) throws IOException {
        if (!Files.isReadable(folder)) {
            throw new DataException(
                    folder + ": expected a folder that may be read, found no permission; change its permissions");
        }
        Places places = Places.ofThisMachine();
        for (PublishedSet set : Catalog.SETS) {
            Optional<Path> found = places.find(set, Optional.of(folder));
            if (found.isPresent()) {
                Optional<PublishedSet> known = set.format().looksLike(set, found.get(), Catalog.SETS);
                return known.isPresent()
                        ? new FoundSet(known.get().name(), found)
                        : new FoundSet(idx(found.get()), Optional.empty());
            }
        }
        List<String> parts = IdxSet.parts(folder);
        if (parts.size() == 1) {
            return new FoundSet(idx(folder.resolve(parts.get(0))), Optional.empty());
        }
        if (!parts.isEmpty()) {
            throw new DataException(folder + ": expected one set, found the parts " + String.join(", ", parts)
                    + "; choose the images and labels of one");
        }
        if (Cifar10.isCifar100(folder)) {
            throw new DataException(folder + ": " + EXPECTED + ", found CIFAR-100");
        }
        for (Path python : List.of(folder, folder.resolve("cifar-10-batches-py"))) {
            if (Cifar10.isPythonVersion(python)) {
                throw new DataException(
                        folder + ": expected CIFAR-10's binary batches, " + Cifar10.insteadOfPython(python));
            }
        }
        int folders = 0;
        int files = 0;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path path : inside) {
                if (path.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    folders++;
                } else {
                    files++;
                }
                if (folders == 2) {
                    return new FoundSet(SetName.folder(folder).toString(), Optional.empty());
                }
            }
        }
        throw new DataException(folder + ": " + EXPECTED + ", found a folder with "
                + (folders == 0 ? "no sub-folder" : "one sub-folder") + " and " + files
                + (files == 1 ? " file" : " files"));
    }

    private static FoundSet inFile(Path file) throws IOException {
        if (KerasArchive.isAt(file)) {
            return new FoundSet("mnist", Optional.of(file));
        }
        byte[] head = head(file);
        int magic = magic(head);
        if (magic == IMAGES || magic == COLOUR_IMAGES || magic == LABELS) {
            return inIdxFile(file, magic != LABELS);
        }
        boolean tar = head.length == HEAD && new String(head, TAR_MARK, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        if (tar) {
            return new FoundSet("cifar10", Optional.of(file));
        }
        throw new DataException(file + ": " + EXPECTED + ", found another kind of file");
    }

    private static FoundSet inIdxFile(Path file, boolean images) throws IOException {
        Path folder = file.getParent();
        String name = file.getFileName().toString();
        boolean ofFour = IdxSet.NAMES.stream()
                .anyMatch(known -> name.replace(".idx", "-idx").startsWith(known));
        if (ofFour && IdxSet.isAt(folder)) {
            return inFolder(folder);
        }
        String partner = images
                ? name.replace("images", "labels").replace("idx3", "idx1").replace("idx4", "idx1")
                : name.replace("labels", "images").replace("idx1", "idx3");
        Path beside = folder.resolve(partner);
        if (partner.equals(name) || !Files.isRegularFile(beside)) {
            throw new DataException(file + ": expected images and their labels together, found only "
                    + (images ? "images" : "labels") + "; choose both files");
        }
        return pair(file, beside);
    }

    /** A file of images and one of labels, in either order. */
    private static FoundSet pair(Path one, Path other) throws IOException {
        int first = magic(head(one));
        int second = magic(head(other));
        boolean inOrder = (first == IMAGES || first == COLOUR_IMAGES) && second == LABELS;
        boolean turned = first == LABELS && (second == IMAGES || second == COLOUR_IMAGES);
        if (!inOrder && !turned) {
            boolean firstIsIdx = first == LABELS || first == IMAGES || first == COLOUR_IMAGES;
            throw new DataException((firstIsIdx ? other : one) + ": expected IDX "
                    + (first == LABELS ? "images" : firstIsIdx ? "labels" : "images or labels") + " beside "
                    + (firstIsIdx ? one : other).getFileName() + ", found another kind of file");
        }
        Path images = inOrder ? one : other;
        Path labels = inOrder ? other : one;
        return new FoundSet(idx(images, labels), Optional.empty());
    }

    static String idx(Path... paths) throws DataException {
        List<String> words = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().contains(",")) {
                throw new DataException(path + ": expected a path without a comma, found one; rename it");
            }
            words.add(path.toString());
        }
        return new SetName.Idx(String.join(",", words)).toString();
    }

    /** The first bytes of what a file holds, unpacked; fewer of a short file. */
    private static byte[] head(Path file) throws IOException {
        byte[] head = new byte[HEAD];
        try (SourceFile source = SourceFile.open(file, Checksum.sha256())) {
            return Arrays.copyOf(head, source.read(head, HEAD));
        }
    }

    private static int magic(byte[] head) {
        return head.length < 4 ? -1 : ByteBuffer.wrap(head).getInt();
    }
}
