package org.whorl.ui.control.lens;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;

import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;

/**
 * What a lens shows of one picture that is drawn pixel by pixel.
 *
 * @param view shows it in its own size
 * @param values of the picture, the first of these tiles
 */
public record PictureGlimpses(ImageView view, Tiles values) implements Glimpse.Source {
    @Override
    public Optional<Glimpse> at(double x, double y) {
        if (view.getImage() == null || !view.isVisible()) {
            return Optional.empty();
        }
        double width = view.getImage().getWidth() / values.width();
        double height = view.getImage().getHeight() / values.height();
        double left = x - view.getX();
        double top = y - view.getY();
        int column = (int) Math.floor(left / width);
        int row = (int) Math.floor(top / height);
        if (column < 0 || row < 0 || column >= values.width() || row >= values.height() || !values.holds(row, column)) {
            return Optional.empty();
        }
        return Optional.of(new Glimpse(
                view.getImage(),
                left,
                top,
                new Rectangle2D(column * width, row * height, width, height),
                Numbers.signed(values.mean(0, row, column)),
                "row " + (row + 1) + ", column " + (column + 1)));
    }
}
