package org.whorl.ui.view.symmetry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.TurnedGridFigure;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.ui.control.FigureCanvas;

/** Why only multiples of 90° are exact: the pixel grid at the angle of the slider, and a few sentences. */
final class Explanation extends HBox {
    private static final int GRID = 8;
    private static final double PICTURE = 132;

    private final FigureCanvas picture = new FigureCanvas(PICTURE / 1.5);
    private final Label now = new Label();
    private final Label why = new Label();
    private final Label group = new Label();

    Explanation() {
        getStyleClass().add("explanation");
        now.getStyleClass().add("strong");
        for (Label label : List.of(now, why, group)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        why.setText(
                "A quarter turn carries every pixel’s centre onto another’s, so it only moves values. At any other angle "
                        + "centres fall between pixels, values are mixed of their neighbours’, which blurs, and corners leave the "
                        + "picture. Images, filters and maps each lose a little, so the code of a turned image can no longer be "
                        + "exactly the turned code of the image, however the network was trained.");
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        VBox text = new VBox(6, now, why, group);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(picture, text);
    }

    /** Shows the grid at an angle, and speaks of a group. */
    void show(double degrees, FiniteGroup of, boolean dark) {
        TurnedGridFigure figure = new TurnedGridFigure(GRID, degrees);
        picture.show(figure, dark);
        now.setText(CyclicGroup.format(degrees) + "°: " + figure.exact() + " of " + GRID * GRID
                + " turned centres fall on a pixel.");
        group.setText(about(of));
    }

    static String about(FiniteGroup group) {
        if (group.order() == 1) {
            return "This network has no rotated filters: nothing shifts along with the image, and its error at 90° shows that.";
        }
        String exact = IntStream.range(0, group.order())
                .mapToDouble(group::angle)
                .filter(a -> a % 90 == 0)
                .mapToObj(a -> CyclicGroup.format(a) + "°")
                .collect(Collectors.joining(", "));
        return group.exactOnGrid()
                ? "C" + group.order() + " turns by " + exact
                        + " only, and all of these are exact. Between them the group has no "
                        + "element: orbits are shown shifted by a fraction, which is a convention and not an answer the network could give."
                : "Of the " + group.order() + " rotations of C" + group.order() + " the grid has " + exact
                        + "; the filters of all others are interpolated. Between the group’s angles orbits are shown shifted by a "
                        + "fraction, which is a convention and not an answer the network could give.";
    }
}
