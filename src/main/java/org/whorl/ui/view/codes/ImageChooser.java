package org.whorl.ui.view.codes;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.whorl.data.Dataset;
import org.whorl.ui.control.Presence;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.InputModel;

/** Chooses the image to look at: a test image of any set by number, by class or at random, a file, or a drawing. */
final class ImageChooser extends VBox {
    /** Wide enough for the number of any test image. */
    private static final double NUMBER = 84;

    private final LabState lab;
    private final InputModel model;
    private final DrawingPad pad;
    private final HBox choosing = new HBox(4);
    private final Spinner<Integer> number = new Spinner<>();
    private final Label unnumbered = new Label("no test image");
    private final ComboBox<String> classes = new ComboBox<>();
    private final ToggleButton draw = new ToggleButton("Draw");
    private boolean updating;

    /**
     * A chooser.
     *
     * @param picture shows the image, and is drawn on
     */
    ImageChooser(LabState lab, InputModel model, TileGrid picture, SelectedDataset sets) {
        super(4);
        this.lab = lab;
        this.model = model;
        pad = new DrawingPad(picture, drawn -> {
            model.degreesProperty().set(0);
            model.inputProperty().set(drawn);
        });
        model.inputProperty().addListener((o, was, is) -> inputChanged(is));
        Label help = new Label(
                "Draw on the picture with the mouse. Or by keys: arrows move the pen, Space puts it down or lifts it, Delete empties the sheet.");
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.visibleProperty().bind(draw.selectedProperty());
        help.managedProperty().bind(help.visibleProperty());
        SetBox set = new SetBox(model, sets);
        getChildren().addAll(set, set.reading(), choosing, chooser(), files(), help);
    }

    private Node chooser() {
        Button previous = button("◀", "The test image before", () -> model.choose(model.index() - 1));
        Button next = button("▶", "The next test image", () -> model.choose(model.index() + 1));
        Button random = button("Random", "Any test image", model::chooseRandom);
        number.setEditable(true);
        number.setPrefWidth(NUMBER);
        number.setMinWidth(NUMBER);
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
        unnumbered.getStyleClass().add("muted");
        unnumbered.setMinWidth(NUMBER);
        unnumbered.setMaxWidth(Double.MAX_VALUE);
        unnumbered.setAlignment(Pos.CENTER);
        HBox.setHgrow(unnumbered, Priority.ALWAYS);
        Presence.show(unnumbered, false);
        choosing.getChildren().addAll(previous, number, unnumbered, next);
        HBox second = new HBox(4, random, classes);
        second.getStyleClass().add("view-toolbar");
        choosing.getStyleClass().add("view-toolbar");
        return second;
    }

    private Node files() {
        Button open = button("Open…", "Open a picture from a file; files can also be dropped here", this::open);
        draw.setId("draw");
        draw.setMinWidth(USE_PREF_SIZE);
        draw.setTooltip(new Tooltip("Draw on the picture above, with the mouse or the keyboard"));
        draw.setOnAction(event -> {
            if (lab.getShown() != null && draw.isSelected()) {
                clear();
            } else {
                pad.stop();
            }
        });
        Button clear = button("Clear", "An empty sheet", this::clear);
        clear.visibleProperty().bind(draw.selectedProperty());
        clear.managedProperty().bind(draw.selectedProperty());
        Button invert = button("Invert", "Exchange black and white", model::invert);
        invert.setId("invert");
        Label looks = new Label("This picture looks inverted: the images here have the other ground.");
        looks.setId("looks-inverted");
        looks.getStyleClass().add("notice");
        looks.setWrapText(true);
        model.inputProperty().addListener((o, was, is) -> {
            boolean opened = is != null && !is.isOfSet() && !is.isDrawing();
            Presence.show(invert, opened);
            Presence.show(looks, opened && model.looksInverted());
        });
        Presence.show(invert, false);
        Presence.show(looks, false);
        HBox box = new HBox(4, open, draw, clear, invert);
        box.getStyleClass().add("view-toolbar");
        return new VBox(4, box, looks);
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
        if (input != null && !input.isDrawing()) {
            pad.stop();
            draw.setSelected(false);
        }
        // No test image has a number while none is shown.
        boolean numbered = input == null || input.isOfSet() || model.lacksImages();
        Presence.show(number, numbered);
        Presence.show(unnumbered, !numbered);
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        "Pictures", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.tif", "*.tiff"));
        File file =
                chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    void dragOver(DragEvent event) {
        if (isPicture(event.getDragboard().getFiles())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (isPicture(files)) {
            model.open(files.get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Whether this may be a picture; folders and sets are for the window. */
    private static boolean isPicture(List<File> files) {
        return files.size() == 1
                && files.get(0).isFile()
                && !files.get(0)
                        .getName()
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(ubyte|\\.gz|\\.tgz|\\.tar|\\.npz|\\.json)");
    }

    /** Shows what there is to choose from, and which test image was chosen last. */
    void show(List<String> names) {
        updating = true;
        int count = model.images().map(Dataset::size).orElse(0);
        choosing.setDisable(count == 0);
        if (count > 0) {
            IntegerSpinnerValueFactory factory = (IntegerSpinnerValueFactory) number.getValueFactory();
            factory.setMax(count);
            factory.setValue(model.index() + 1);
        }
        if (!classes.getItems().equals(names)) {
            classes.getItems().setAll(names);
        }
        updating = false;
    }
}
