package org.whorl.ui.view.symmetry;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.network.Copies;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.TurnSlider;
import org.whorl.ui.control.TurnStep;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.InputModel;

/** Picks the input and turns it; both are shared with the Codes view. */
final class TurnControls extends HBox {
    private static final int PICTURE = 56;

    private final InputModel codes;
    private final TileGrid picture = new TileGrid();
    private final Label name = new Label();
    private final Label angle = new Label();
    private final Label rule = new Label();
    private final TurnStep step;
    private final Slider turn = new Slider(0, 360, 0);

    TurnControls(InputModel codes, BooleanProperty oneOrbit) {
        this.codes = codes;
        getStyleClass().add("turn-controls");
        setAlignment(Pos.CENTER_LEFT);
        picture.setFocusTraversable(false);
        name.getStyleClass().add("muted");
        angle.getStyleClass().addAll("strong", "turn-angle");
        angle.setMinWidth(44);
        turn.setPrefWidth(200);
        step = new TurnStep(codes.degreesProperty());
        TurnSlider.follow(turn, codes.degreesProperty(), step::step);
        rule.getStyleClass().add("muted");
        rule.textProperty().bind(codes.ruleProperty());
        rule.visibleProperty().bind(rule.textProperty().isNotEmpty());
        rule.managedProperty().bind(rule.visibleProperty());
        turn.getStyleClass().add("input-turn");
        turn.setAccessibleText("Turn the input counter-clockwise, in degrees");
        FlowPane all = new FlowPane(
                button("◀", "The test image before", () -> codes.choose(codes.index() - 1)),
                button("▶", "The next test image", () -> codes.choose(codes.index() + 1)),
                button("Random", "Any test image", codes::chooseRandom),
                name,
                rule,
                turn,
                angle,
                step,
                orbitChoice(oneOrbit));
        all.getStyleClass().add("view-toolbar");
        HBox.setHgrow(all, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(picture, all);
    }

    private static HBox orbitChoice(BooleanProperty oneOrbit) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = new ToggleButton("One orbit");
        ToggleButton all = new ToggleButton("All maps");
        one.getStyleClass().add("left-pill");
        all.getStyleClass().add("right-pill");
        for (ToggleButton button : List.of(one, all)) {
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                oneOrbit.set(button == one);
            });
        }
        (oneOrbit.get() ? one : all).setSelected(true);
        return new HBox(one, all);
    }

    private static Button button(String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(e -> action.run());
        return button;
    }

    /**
     * Shows the input as it is turned now.
     *
     * @param copies that it goes to one after another
     */
    void show(Copies copies, boolean dark) {
        CodeInput input = codes.inputProperty().get();
        if (input == null) {
            return;
        }
        ImageShape shape = input.shape();
        int side = Math.max(1, PICTURE / Math.max(shape.width(), shape.height()));
        int width = side * shape.width();
        int height = side * shape.height();
        picture.show(
                TileContent.single(
                        new Tiles(codes.turned(), 1, shape.channels(), shape.height(), shape.width()),
                        1,
                        new Coloring(Palette.GREY, dark, false)),
                new TileGeometry(1, 1, width, height, width, height));
        double degrees = codes.degreesProperty().get() % 360;
        angle.setText(String.format(Locale.ROOT, "%.0f°", degrees));
        name.setText(input.name());
        picture.setAccessibleText("The input, " + input.name() + ", turned by " + angle.getText());
        step.show(copies);
        turn.setBlockIncrement(copies.group().order() > 1 ? copies.step() : STEP);
    }

    private static final double STEP = 15;
}
