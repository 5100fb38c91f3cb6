package org.whorl.ui.export;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;

/** Asks how a picture is to be written: format, size, ground and caption, with a preview. What was chosen is proposed next time. */
final class ExportDialog {
    /** In points: what a millimetre is not told from. */
    private static final double LEAST_DIFFERENCE = 1.5;

    private static final double CM_PER_INCH = 2.54;
    private static final double NAMES = 56;
    private static final ButtonType SAVE = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType COPY = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);

    private final Exporter exporting;
    private final ExportMenu.Content content;
    private final Consumer<String> say;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ToggleGroup formats = new ToggleGroup();
    private final SizeChoice width = new SizeChoice(this::update);
    private final RadioButton light = new RadioButton("_light");
    private final RadioButton dark = new RadioButton("_dark");
    private final CheckBox transparent = new CheckBox("_transparent ground");
    private final CaptionChoice caption;
    private final Label size = new Label();
    private final Label problem = new Label();
    private final PicturePreview preview;

    ExportDialog(Exporter exporting, Window owner, ExportMenu.Content content, Consumer<String> say) {
        this.exporting = exporting;
        this.content = content;
        this.say = say;
        caption = new CaptionChoice(content.caption(), this::update);
        preview = new PicturePreview(content.figure());
        dialog.setTitle("Export: " + content.figure().title());
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.initModality(Modality.WINDOW_MODAL);
        if (owner != null) {
            dialog.initOwner(owner);
            dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        }
        dialog.getDialogPane().getStyleClass().add("export-dialog");
        dialog.getDialogPane().setContent(new HBox(24, form(), preview));
        dialog.getDialogPane().getButtonTypes().setAll(COPY, SAVE, ButtonType.CANCEL);
        button(SAVE, "export-save", this::save);
        button(COPY, "export-copy", () -> {
            copy();
            return true;
        });
        fill(exporting.settings());
        for (RadioButton choice : new RadioButton[] {light}) {
            choice.selectedProperty().addListener(o -> update());
        }
        transparent.selectedProperty().addListener(o -> update());
        formats.selectedToggleProperty().addListener(o -> update());
        update();
    }

    /** What a button does before the dialog closes, which it does not where that comes to nothing. */
    private void button(ButtonType type, String id, BooleanSupplier action) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.addEventFilter(ActionEvent.ACTION, e -> {
            if (!action.getAsBoolean()) {
                e.consume();
            }
        });
        button.disableProperty().bind(problem.textProperty().isNotEmpty());
    }

    private Node form() {
        HBox kinds = new HBox(12);
        for (ExportSettings.Format format : ExportSettings.Format.values()) {
            RadioButton choice = new RadioButton(format.name());
            choice.setId("export-" + format.extension());
            choice.setUserData(format);
            choice.setToggleGroup(formats);
            choice.setMinWidth(Region.USE_PREF_SIZE);
            kinds.getChildren().add(choice);
        }
        ToggleGroup grounds = new ToggleGroup();
        light.setToggleGroup(grounds);
        dark.setToggleGroup(grounds);
        light.setId("export-light");
        dark.setId("export-dark");
        transparent.setId("export-transparent");
        HBox ground = new HBox(8, light, dark, transparent);
        ground.setAlignment(Pos.CENTER_LEFT);
        for (Region part : new Region[] {light, dark, transparent}) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        size.setId("export-size");
        size.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        grid.addRow(0, name("Format"), kinds);
        grid.addRow(1, name("Width"), width);
        grid.add(size, 1, 2);
        grid.addRow(3, name("Ground"), ground);
        grid.addRow(4, name("Caption"), caption);
        grid.add(problem, 1, 5);
        return grid;
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(NAMES);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private void fill(ExportSettings s) {
        formats.getToggles().forEach(t -> t.setSelected(t.getUserData() == s.format()));
        width.fill(s);
        (s.dark() ? dark : light).setSelected(true);
        transparent.setSelected(s.transparent());
        caption.setBelow(s.captionBelow());
    }

    /**
     * What is chosen.
     *
     * @throws IllegalArgumentException where a number cannot be read or is out of its range
     */
    private ExportSettings chosen() {
        ExportSettings sized = width.in(exporting.settings());
        ExportSettings now = new ExportSettings(
                (ExportSettings.Format) formats.getSelectedToggle().getUserData(),
                sized.onPaper(),
                sized.centimetres(),
                sized.dpi(),
                sized.pixels(),
                dark.isSelected(),
                transparent.isSelected(),
                sized.beside(),
                caption.isBelow(),
                sized.folder());
        now.options();
        return now;
    }

    private void update() {
        if (formats.getSelectedToggle() == null) {
            return;
        }
        width.setVector(formats.getSelectedToggle().getUserData() != ExportSettings.Format.PNG);
        ExportSettings now;
        try {
            now = chosen();
            problem.setText("");
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            size.setText("");
            return;
        }
        FigureOptions options = now.options();
        boolean vector = now.format() != ExportSettings.Format.PNG;
        Figure figure = caption.of(content.figure());
        double points = options.pixels() * 72.0 / options.dpi();
        double tall = figure.height(points, vector ? Figure.Canvas.VECTOR : new Figure.Canvas(72 / options.dpi()));
        String paper = String.format(Locale.ROOT, "%.1f × %.1f cm", points / 72 * CM_PER_INCH, tall / 72 * CM_PER_INCH);
        size.setText(
                vector
                        ? paper + asPixels(figure, points, tall, options.dpi())
                        : String.format(
                                Locale.ROOT,
                                "%,d × %,d pixels, %s",
                                options.pixels(),
                                (int) Math.ceil(tall * options.dpi() / 72 - 1e-6),
                                paper + wholePixels(figure, points, tall)));
        preview.draw(figure, options, points, problem::setText);
    }

    /** Why it is not as high as the same in vectors is; empty where it is. */
    private static String wholePixels(Figure figure, double points, double tall) {
        double apart = figure.height(points, Figure.Canvas.VECTOR) - tall;
        return Math.abs(apart) < LEAST_DIFFERENCE
                ? ""
                : "\nvalues are whole pixels: " + (apart > 0 ? "lower" : "higher") + " than as SVG or PDF";
    }

    /** The same of a picture of lines, about that of whole pixels. */
    private static String asPixels(Figure figure, double points, double tall, double dpi) {
        double apart = figure.height(points, new Figure.Canvas(72 / dpi)) - tall;
        return Math.abs(apart) < LEAST_DIFFERENCE
                ? ""
                : "\nas PNG " + (apart > 0 ? "higher" : "lower") + ": its values are whole pixels";
    }

    private boolean save() {
        ExportSettings now = chosen();
        exporting.remember(now);
        Window here = dialog.getDialogPane().getScene().getWindow();
        return exporting.save(here, captioned(), complete(now), now.format().extension(), say);
    }

    private void copy() {
        exporting.remember(chosen());
        exporting.copy(captioned(), say);
    }

    private ExportMenu.Content captioned() {
        return new ExportMenu.Content(
                content.name(), caption.of(content.figure()), content.metadata(), content.numbers(), content.table());
    }

    private FigureOptions complete(ExportSettings now) {
        String words = caption.words();
        FigureOptions options = now.options().with(content.metadata());
        return words.isEmpty() ? options : options.with("Caption", words);
    }

    void show() {
        dialog.show();
        dialog.getDialogPane().lookupButton(SAVE).requestFocus();
    }
}
