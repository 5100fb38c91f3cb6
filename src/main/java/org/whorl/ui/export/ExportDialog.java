package org.whorl.ui.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.ui.task.BackgroundJob;

/** Asks how a picture is to be written: format, size, ground and caption, with a preview. What was chosen is proposed next time. */
final class ExportDialog {
    private static final int PREVIEW = 300;
    private static final double CM_PER_INCH = 2.54;

    private final Exporter exporting;
    private final Window owner;
    private final ExportMenu.Content content;
    private final Consumer<String> say;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ToggleGroup formats = new ToggleGroup();
    private final RadioButton onPaper = new RadioButton("on _paper");
    private final RadioButton inPixels = new RadioButton("in pi_xels");
    private final TextField centimetres = field("export-cm", "Width in centimetres");
    private final TextField dpi = field("export-dpi", "Pixels an inch");
    private final TextField pixels = field("export-pixels", "Width in pixels");
    private final RadioButton light = new RadioButton("_light");
    private final RadioButton dark = new RadioButton("_dark");
    private final CheckBox transparent = new CheckBox("_transparent ground");
    private final TextArea caption = new TextArea();
    private final Label size = new Label();
    private final Label problem = new Label();
    private final ImageView preview = new ImageView();
    private final BackgroundJob<Image> drawing = new BackgroundJob<>("whorl-preview", Platform::runLater);

    ExportDialog(Exporter exporting, Window owner, ExportMenu.Content content, Consumer<String> say) {
        this.exporting = exporting;
        this.owner = owner;
        this.content = content;
        this.say = say;
        dialog.setTitle("Export");
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.initModality(Modality.WINDOW_MODAL);
        if (owner != null) {
            dialog.initOwner(owner);
            dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        }
        dialog.getDialogPane().getStyleClass().add("export-dialog");
        dialog.getDialogPane().setContent(new HBox(24, form(), picture()));
        ButtonType save = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
        ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().setAll(copy, save, ButtonType.CANCEL);
        button(save, "export-save", this::save);
        button(copy, "export-copy", () -> {
            copy();
            return true;
        });
        fill(exporting.settings());
        follow();
        update();
    }

    private static TextField field(String id, String words) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words);
        field.getStyleClass().add("number-field");
        return field;
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
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        HBox kinds = new HBox(12);
        for (ExportSettings.Format format : ExportSettings.Format.values()) {
            RadioButton choice = new RadioButton(format.name());
            choice.setId("export-" + format.extension());
            choice.setUserData(format);
            choice.setToggleGroup(formats);
            choice.setMinWidth(Region.USE_PREF_SIZE);
            kinds.getChildren().add(choice);
        }
        ToggleGroup units = new ToggleGroup();
        onPaper.setToggleGroup(units);
        inPixels.setToggleGroup(units);
        onPaper.setId("export-paper");
        inPixels.setId("export-in-pixels");
        ToggleGroup grounds = new ToggleGroup();
        light.setToggleGroup(grounds);
        dark.setToggleGroup(grounds);
        light.setId("export-light");
        dark.setId("export-dark");
        transparent.setId("export-transparent");
        caption.setId("export-caption");
        caption.setAccessibleText("Caption, kept in the file");
        caption.setWrapText(true);
        caption.setPrefRowCount(4);
        caption.setPrefColumnCount(28);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        size.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        HBox paper = row(onPaper, centimetres, new Label("cm at"), dpi, new Label("dpi"));
        HBox screen = row(inPixels, pixels, new Label("pixels"));
        for (RadioButton unit : new RadioButton[] {onPaper, inPixels}) {
            unit.setMinWidth(92);
        }
        grid.addRow(0, name("Format"), kinds);
        grid.addRow(1, name("Width"), paper);
        grid.add(screen, 1, 2);
        grid.add(size, 1, 3);
        grid.addRow(4, name("Ground"), row(light, dark, transparent));
        Label captionName = name("Caption");
        GridPane.setValignment(captionName, VPos.TOP);
        grid.addRow(5, captionName, caption);
        grid.add(problem, 1, 6);
        return grid;
    }

    private static HBox row(Region... nodes) {
        HBox row = new HBox(8, nodes);
        for (Region node : nodes) {
            node.setMinWidth(Region.USE_PREF_SIZE);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(56);
        return label;
    }

    private Node picture() {
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW);
        preview.setFitHeight(PREVIEW);
        preview.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        preview.setAccessibleText(
                "Preview. " + content.figure().title() + ". " + content.figure().description());
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("export-preview");
        frame.setMinSize(PREVIEW + 16, PREVIEW + 16);
        frame.setPrefSize(PREVIEW + 16, PREVIEW + 16);
        Label title = new Label(content.figure().title());
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMaxWidth(PREVIEW + 16);
        VBox box = new VBox(8, title, frame);
        box.setPadding(new Insets(0));
        return box;
    }

    private void fill(ExportSettings s) {
        formats.getToggles().forEach(t -> t.setSelected(t.getUserData() == s.format()));
        (s.onPaper() ? onPaper : inPixels).setSelected(true);
        centimetres.setText(plain(s.centimetres()));
        dpi.setText(plain(s.dpi()));
        pixels.setText(Integer.toString(s.pixels()));
        (s.dark() ? dark : light).setSelected(true);
        transparent.setSelected(s.transparent());
        caption.setText(content.caption());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void follow() {
        centimetres.disableProperty().bind(onPaper.selectedProperty().not());
        dpi.disableProperty().bind(onPaper.selectedProperty().not());
        pixels.disableProperty().bind(inPixels.selectedProperty().not());
        for (TextField field : new TextField[] {centimetres, dpi, pixels}) {
            field.textProperty().addListener(o -> update());
        }
        for (RadioButton choice : new RadioButton[] {onPaper, light}) {
            choice.selectedProperty().addListener(o -> update());
        }
        transparent.selectedProperty().addListener(o -> update());
        formats.selectedToggleProperty().addListener(o -> update());
    }

    /**
     * What is chosen.
     *
     * @throws IllegalArgumentException where a number cannot be read or is out of its range
     */
    private ExportSettings chosen() {
        ExportSettings before = exporting.settings();
        boolean paper = onPaper.isSelected();
        ExportSettings now = new ExportSettings(
                (ExportSettings.Format) formats.getSelectedToggle().getUserData(),
                paper,
                paper ? number("width in cm", centimetres) : before.centimetres(),
                paper ? number("dpi", dpi) : before.dpi(),
                paper ? before.pixels() : (int) Math.rint(number("width in pixels", pixels)),
                dark.isSelected(),
                transparent.isSelected(),
                before.beside());
        now.options();
        return now;
    }

    private static double number(String name, TextField field) {
        try {
            double value = Double.parseDouble(field.getText().strip().replace(',', '.'));
            if (Double.isFinite(value) && Math.abs(value) < 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": expected a number, found " + field.getText(), e);
        }
        throw new IllegalArgumentException(name + ": expected a number below a million, found " + field.getText());
    }

    private void update() {
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
        Figure figure = content.figure();
        double points = options.pixels() * 72.0 / options.dpi();
        double tall = figure.height(points, vector ? Figure.Canvas.VECTOR : new Figure.Canvas(72 / options.dpi()));
        String paper = String.format(Locale.ROOT, "%.1f × %.1f cm", points / 72 * CM_PER_INCH, tall / 72 * CM_PER_INCH);
        size.setText(
                vector
                        ? paper
                        : String.format(
                                Locale.ROOT,
                                "%,d × %,d pixels, %s",
                                options.pixels(),
                                (int) Math.ceil(tall * options.dpi() / 72 - 1e-6),
                                paper));
        draw(figure, options, points);
    }

    /** Draws the preview in the background, as wide on paper as the file will be, so that letters are as large beside the rest. */
    private void draw(Figure figure, FigureOptions options, double points) {
        int width = (int) Math.max(16, Math.min(2 * PREVIEW, 2.0 * points));
        FigureOptions small = new FigureOptions(
                width, Math.max(10, width * 72 / points), options.theme(), options.transparent(), options.metadata());
        drawing.replace("", report -> SwingFXUtils.toFXImage(figure.toImage(small), null), preview::setImage, why -> {
            preview.setImage(null);
            problem.setText("could not draw: " + why);
        });
    }

    private boolean save() {
        ExportSettings now = chosen();
        exporting.remember(now);
        Window here = dialog.getDialogPane().getScene().getWindow();
        return exporting.save(here, content, complete(now), now.format().extension(), say);
    }

    private void copy() {
        exporting.remember(chosen());
        exporting.copy(content, say);
    }

    private FigureOptions complete(ExportSettings now) {
        String words = caption.getText().strip();
        FigureOptions options = now.options().with(content.metadata());
        return words.isEmpty() ? options : options.with("Caption", words);
    }

    void show() {
        dialog.show();
        Optional.ofNullable(dialog.getDialogPane()
                        .lookupButton(dialog.getDialogPane().getButtonTypes().get(1)))
                .ifPresent(Node::requestFocus);
    }
}
