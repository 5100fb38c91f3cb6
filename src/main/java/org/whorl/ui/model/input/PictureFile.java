package org.whorl.ui.model.input;

import java.nio.file.Path;
import java.util.OptionalInt;

import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.data.picture.Picture;

/** A picture from a file as an image of a network's shape. */
final class PictureFile {
    private PictureFile() {}

    static CodeInput read(Path file, ImageShape shape) throws DataException {
        try {
            return new CodeInput(file.getFileName().toString(), shape, Picture.read(file, shape), OptionalInt.empty());
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new DataException(file + ": expected a picture that can be read, found " + e, e);
        }
    }

    /** An image in another shape: what a file with it would be read as. */
    static CodeInput fitted(CodeInput image, ImageShape shape) {
        return new CodeInput(image.name(), shape, Picture.fit(image.pixels(), image.shape(), shape), image.label());
    }
}
