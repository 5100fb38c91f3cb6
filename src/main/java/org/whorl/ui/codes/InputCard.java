package org.whorl.ui.codes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.lab.Inspection;
import org.whorl.ui.lab.Inspection.Fact;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.picture.Place;
import org.whorl.ui.picture.TileContent;
import org.whorl.ui.picture.TileGeometry;
import org.whorl.ui.picture.TileGrid;

/** Picks an image, opens one, draws one, and turns it; what the network says of it. */
final class InputCard extends VBox {
    static final int WIDTH = 226;
    private static final int PICTURE = 196;

    private final Lab lab;
    private final CodesModel model;
    private final Label name = new Label();
    private final TileGrid picture = new TileGrid();
    private final DrawingPad pad;
    private final ToggleButton draw = new ToggleButton("Draw one");
    private final Spinner<Integer> number = new Spinner<>();
    private final ComboBox<String> classes = new ComboBox<>();
    private final HBox choosing = new HBox(4);
    private final Slider turn = new Slider(0, 360, 0);
    private final Label angle = new Label();
    private final Label turnedVerdict = new Label();
    private final Label uprightVerdict = new Label();
    private final ProbabilityBars bars = new ProbabilityBars();
    private final Label problem = new Label();
    private boolean updating;

    InputCard(Lab lab, CodesModel model) {
        this.lab = lab;
        this.model = model;
        getStyleClass().addAll("card", "input-card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        pad = new DrawingPad(picture, drawn -> {
            model.degreesProperty().set(0);
            model.inputProperty().set(drawn);
        });
        Label title = new Label("Input");
        title.getStyleClass().add("card-title");
        name.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Label legend = new Label("wide: turned · thin: upright");
        legend.getStyleClass().add("muted");
        getChildren()
                .addAll(
                        line(title, name),
                        picture,
                        chooser(),
                        files(),
                        problem,
                        line(muted("turn, counter-clockwise"), angle),
                        turn,
                        line(muted("turned"), turnedVerdict),
                        line(muted("upright"), uprightVerdict),
                        bars,
                        legend);
        turn.valueProperty().bindBidirectional(model.degreesProperty());
        turn.setAccessibleText("Turn the input counter-clockwise, in degrees");
        turnedVerdict.getStyleClass().add("card-title");
        picture.pointedProperty().addListener((o, was, is) -> point(is));
        model.inputProperty().addListener((o, was, is) -> inputChanged(is));
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static HBox line(Node left, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(left, space, right);
    }

    private Node chooser() {
        Button previous = button("◀", "The test image before", () -> model.choose(model.index() - 1));
        Button next = button("▶", "The next test image", () -> model.choose(model.index() + 1));
        Button random = button("Random", "Any test image", model::chooseRandom);
        number.setEditable(true);
        number.setPrefWidth(64);
        HBox.setHgrow(number, Priority.ALWAYS);
        number.setAccessibleText("Number of the test image");
        number.setValueFactory(new IntegerSpinnerValueFactory(1, 1));
        number.getValueFactory().setWrapAround(true);
        number.valueProperty().addListener((o, was, is) -> {
            if (!updating && is != null) {
                model.choose(is - 1);
            }
        });
        classes.setPromptText("next of class");
        classes.setAccessibleText("The next test image of a class");
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.getStyleClass().add("small-combo");
        classes.setOnAction(event -> {
            int label = classes.getSelectionModel().getSelectedIndex();
            if (!updating && label >= 0) {
                model.chooseNext(label);
            }
        });
        HBox.setHgrow(classes, Priority.ALWAYS);
        choosing.getChildren().addAll(previous, number, next);
        HBox second = new HBox(4, random, classes);
        VBox box = new VBox(4, choosing, second);
        box.getStyleClass().add("view-toolbar");
        return box;
    }

    private Node files() {
        Button open = button("Open…", "Open a picture from a file; files can also be dropped here", this::open);
        draw.setTooltip(new Tooltip("Draw with the mouse on the picture above; press again for an empty sheet"));
        draw.setOnAction(event -> {
            if (lab.getShown() != null && draw.isSelected()) {
                clear();
            } else {
                pad.stop();
            }
        });
        Button clear = button("Clear", "An empty sheet", this::clear);
        clear.visibleProperty().bind(draw.selectedProperty());
        HBox box = new HBox(4, open, draw, clear);
        box.getStyleClass().add("view-toolbar");
        return box;
    }

    private void clear() {
        pad.start(lab.getShown().spec().input());
        draw.setSelected(true);
    }

    private static Button button(String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void inputChanged(CodeInput input) {
        if (input != null && !input.name().equals("drawing")) {
            pad.stop();
            draw.setSelected(false);
        }
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        "Pictures", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.tif", "*.tiff"));
        File file =
                chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            load(file.toPath());
        }
    }

    /** Reads a picture on another thread, then looks at it. */
    void load(Path file) {
        if (lab.getShown() == null) {
            return;
        }
        ImageShape shape = lab.getShown().spec().input();
        CompletableFuture.runAsync(() -> {
            try {
                CodeInput read = PictureFile.read(file, shape);
                Platform.runLater(() -> model.inputProperty().set(read));
            } catch (IOException e) {
                Platform.runLater(() -> model.setProblem(e.getMessage()));
            }
        });
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            load(files.get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Shows a result. */
    void show(Codes codes, boolean dark) {
        updating = true;
        CodeInput input = codes.input();
        List<String> names = codes.shown().classNames();
        name.setText(input.name()
                + (input.label().isPresent()
                        ? " · " + CodesModel.className(names, input.label().getAsInt())
                        : ""));
        ImageShape shape = input.shape();
        Tiles tiles = new Tiles(codes.turned(), 1, shape.channels(), shape.height(), shape.width());
        int side = Math.max(1, PICTURE / Math.max(shape.width(), shape.height()));
        int width = side * shape.width();
        int height = side * shape.height();
        picture.show(
                TileContent.single(tiles, 1, new Coloring(Palette.GREY, dark, false)),
                new TileGeometry(1, 1, width, height, width, height));
        angle.setText(String.format(Locale.ROOT, "%.0f°", codes.degrees()));
        double[] turned = codes.trace().probabilities();
        double[] upright = codes.upright().probabilities();
        turnedVerdict.setText(CodesModel.verdict(names, turned));
        uprightVerdict.setText(CodesModel.verdict(names, upright));
        bars.show(names, turned, upright);
        picture.setAccessibleText("The input, " + name.getText() + ", turned by " + angle.getText());
        turn.setBlockIncrement(Math.max(1, codes.shown().spec().group().generatorAngle() % 360));
        int count = model.images().map(d -> d.size()).orElse(0);
        choosing.setDisable(count == 0);
        if (count > 0) {
            IntegerSpinnerValueFactory factory = (IntegerSpinnerValueFactory) number.getValueFactory();
            factory.setMax(count);
            factory.setValue(model.index() + 1);
        }
        List<String> all = IntStream.range(0, names.size()).mapToObj(names::get).toList();
        if (!classes.getItems().equals(all)) {
            classes.getItems().setAll(all);
        }
        updating = false;
    }

    private void point(Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.flatMap(p -> model.codesProperty().get().map(codes -> inspect(codes, p))));
    }

    private Inspection inspect(Codes codes, Place p) {
        ImageShape shape = codes.input().shape();
        Tiles prepared = new Tiles(codes.prepared(), 1, shape.channels(), shape.height(), shape.width());
        Tiles raw = new Tiles(codes.turned(), 1, shape.channels(), shape.height(), shape.width());
        return new Inspection(
                "input · " + codes.input().name(),
                codes.prepared(),
                shape.channels(),
                shape.width(),
                true,
                Math.max(1e-6, prepared.peak()),
                p.row(),
                p.column(),
                List.of(
                        new Fact("pixel", org.whorl.figure.Numbers.format(raw.mean(0, p.row(), p.column()))),
                        new Fact(
                                "as the network sees it",
                                org.whorl.figure.Numbers.signed(prepared.mean(0, p.row(), p.column()))),
                        new Fact("turned by", angle.getText())),
                "The input as the network sees it: the training images' mean taken away, divided by their deviation.",
                Optional.empty());
    }
}
