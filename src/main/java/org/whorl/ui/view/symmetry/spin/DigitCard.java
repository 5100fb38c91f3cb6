package org.whorl.ui.view.symmetry.spin;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.input.CodeInput;

/** The digit between two networks: how far it is turned, and how it spins. A line, or a column where there is little height. */
final class DigitCard extends GridPane {
    /** The digit's share of the height, as far as whole multiples of its pixels allow. */
    private static final double PICTURE_SHARE = 0.17;
    /** The same where nothing stands below it but its controls. */
    private static final double COLUMN_SHARE = 0.27;

    /** In heights of the letters. */
    private static final double PLAY_WIDTH = 7.7;

    private final SpinModel model;
    private final ExportMenu export;
    private final TileGrid picture = new TileGrid();
    private final Label angle = new Label();
    private final Label digit = new Label();
    private final Label problem = new Label();
    private final Button play = new Button();
    private final FlowPane controls;
    private final VBox words = new VBox(8);
    private boolean column;

    DigitCard(SpinModel model, ExportMenu export) {
        this.model = model;
        this.export = export;
        getStyleClass().addAll("card", "spin-top");
        setHgap(16);
        setVgap(8);
        picture.setFocusTraversable(false);
        angle.getStyleClass().add("spin-angle");
        digit.getStyleClass().add("muted");
        digit.setMinWidth(0);
        digit.setWrapText(true);
        digit.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        controls = controls();
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        export.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(picture, words, new VBox(4, export, export.message()));
        model.playingProperty().addListener(o -> update());
        update();
        stand(false);
    }

    private FlowPane controls() {
        play.setId("spin-play");
        // As wide for either word.
        DoubleBinding width =
                Bindings.createDoubleBinding(() -> PLAY_WIDTH * play.getFont().getSize(), play.fontProperty());
        play.minWidthProperty().bind(width);
        play.prefWidthProperty().bind(width);
        play.getStyleClass().add("primary");
        play.setTooltip(new Tooltip("Let the digit spin, or hold it; a drag on a plot turns it by hand"));
        play.setOnAction(
                e -> model.playingProperty().set(!model.playingProperty().get()));
        Button another = new Button("Another");
        another.setId("spin-another");
        another.setTooltip(new Tooltip("The next test image of this class, whatever the networks say of it"));
        another.setOnAction(e -> model.another());
        LabelledChoice<SpinSpeed> speed = LabelledChoice.of(
                "", model.speedProperty(), each -> each.label() + " speed", List.of(SpinSpeed.values()));
        LabelledChoice<Integer> label = LabelledChoice.of(
                "digit:",
                model.labelProperty(),
                String::valueOf,
                IntStream.range(0, 10).boxed().toList());
        label.box().setId("spin-digit");
        speed.box().setId("spin-speed");
        FlowPane controls = new FlowPane(play, speed, label, another);
        controls.getStyleClass().add("view-toolbar");
        return controls;
    }

    private void update() {
        play.setText(model.playingProperty().get() ? "❚❚ Pause" : "▶ Spin");
    }

    /** Whether its parts stand below one another. */
    boolean isColumn() {
        return column;
    }

    /** Lets its parts stand below one another, or beside. */
    void stand(boolean wanted) {
        column = wanted;
        HBox which = new HBox(8);
        which.setAlignment(Pos.BASELINE_LEFT);
        which.getChildren().setAll(column ? List.of(angle) : List.of(angle, digit));
        words.getChildren()
                .setAll(column ? List.of(which, digit, controls, problem) : List.of(which, controls, problem));
        getColumnConstraints().clear();
        for (int i = 0; i < getChildren().size(); i++) {
            GridPane.setConstraints(getChildren().get(i), column ? 0 : i, column ? i : 0);
            GridPane.setValignment(getChildren().get(i), column ? VPos.TOP : VPos.CENTER);
        }
        ColumnConstraints growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        getColumnConstraints()
                .setAll(column ? List.of(growing) : List.of(new ColumnConstraints(), growing, new ColumnConstraints()));
    }

    /**
     * Shows the digit as it is turned now.
     *
     * @param height there is in the view, in pixels
     */
    void show(int degrees, boolean dark, double height) {
        angle.setText(degrees + "°");
        digit.setText(model.digitWords());
        problem.setText(model.problemProperty().get());
        problem.setVisible(!problem.getText().isEmpty());
        model.digitProperty().get().ifPresent(d -> paint(d, degrees, dark, height));
    }

    private void paint(CodeInput input, int degrees, boolean dark, double room) {
        ImageShape shape = input.shape();
        float[] turned = new float[shape.size()];
        ImageRotation.turn(input.pixels(), 0, turned, 0, shape, degrees);
        double share = column ? COLUMN_SHARE : PICTURE_SHARE;
        int side = (int) Math.max(2, share * room / shape.height());
        int width = side * shape.width();
        int height = side * shape.height();
        picture.show(
                TileContent.single(
                        new Tiles(turned, 1, shape.channels(), shape.height(), shape.width()),
                        1,
                        new Coloring(Palette.GREY, dark, false)),
                new TileGeometry(1, 1, width, height, width, height));
        picture.setAccessibleText(model.digitWords() + ", turned by " + degrees + "°");
    }
}
