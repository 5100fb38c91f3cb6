package org.whorl.data.patch;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.format.ClassFolders;
import org.whorl.data.picture.Picture;

/**
 * Pairs of pictures in two folders: a picture's partner has the same name in the other folder. All are of one size, and square or cut to
 * the middle square, in grey.
 *
 * @param from pictures, [pairs · side²], row by row, values in [0, 1]
 * @param to their partners, likewise
 */
public record FolderPairs(float[] from, float[] to) {
    /**
     * Reads them, in natural order of their names.
     *
     * @param side in pixels, to which every picture is reduced or enlarged
     * @throws DataException where a partner is missing, a picture cannot be read or has another size than the first
     */
    public static FolderPairs read(Path from, Path to, int side, Progress progress) throws IOException {
        List<Path> pictures = ClassFolders.filesOf(from);
        List<Path> partners = ClassFolders.filesOf(to);
        if (pictures.isEmpty()) {
            throw new DataException(from + ": expected pictures, found none");
        }
        for (Path partner : partners) {
            if (!Files.isRegularFile(from.resolve(partner.getFileName()))) {
                throw new DataException(partner + ": expected a picture of this name in " + from
                        + ", found none; give partners the same names, or take it out");
            }
        }
        ImageShape shape = new ImageShape(1, side, side);
        Limits.checkFits(from, 2 * pictures.size(), shape.size());
        float[] first = new float[pictures.size() * shape.size()];
        float[] second = new float[first.length];
        Dimension size = null;
        for (int n = 0; n < pictures.size(); n++) {
            if (!progress.report("reading pairs", n, pictures.size())) {
                throw new CancellationException();
            }
            Path picture = pictures.get(n);
            Path partner = to.resolve(picture.getFileName());
            if (!Files.isRegularFile(partner)) {
                throw new DataException(partner + ": expected the partner of " + picture
                        + ", found none; give partners the same names, or take the other out");
            }
            for (Path file : List.of(picture, partner)) {
                Dimension own = Picture.size(file);
                size = size == null ? own : size;
                if (!own.equals(size)) {
                    throw new DataException(String.format(
                            Locale.ROOT,
                            "%s: expected %d×%d pixels, as %s has, found %d×%d; pictures and partners must be of one size",
                            file,
                            size.width,
                            size.height,
                            pictures.get(0),
                            own.width,
                            own.height));
                }
            }
            System.arraycopy(Picture.read(picture, shape), 0, first, n * shape.size(), shape.size());
            System.arraycopy(Picture.read(partner, shape), 0, second, n * shape.size(), shape.size());
        }
        return new FolderPairs(first, second);
    }
}
