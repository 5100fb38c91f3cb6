package org.whorl.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.whorl.figure.FigureWidth;

/** How wide a picture is: one of the usual widths of journals and slides, so many centimetres, or so many pixels. */
final class SizeChoice extends VBox {
    private static final double UNIT_WIDTH = 92;

    private final ComboBox<FigureWidth> usual = new ComboBox<>();
    private final RadioButton onPaper = new RadioButton("on _paper");
    private final RadioButton inPixels = new RadioButton("in pi_xels");
    private final TextField centimetres = field("export-cm", "Width in centimetres");
    private final TextField dpi = field("export-dpi", "Pixels an inch");
    private final TextField pixels = field("export-pixels", "Width in pixels");
    private final Runnable changed;
    private final BooleanProperty vector = new SimpleBooleanProperty();
    private boolean filling;

    /**
     * A choice that is not filled yet.
     *
     * @param changed told of every change by a person
     */
    SizeChoice(Runnable changed) {
        super(8);
        this.changed = changed;
        ToggleGroup units = new ToggleGroup();
        for (RadioButton unit : new RadioButton[] {onPaper, inPixels}) {
            unit.setToggleGroup(units);
            unit.setMinWidth(UNIT_WIDTH);
        }
        onPaper.setId("export-paper");
        inPixels.setId("export-in-pixels");
        usual.setId("export-usual");
        usual.getStyleClass().add("small-combo");
        usual.setAccessibleText("Usual widths");
        usual.setMaxWidth(Double.MAX_VALUE);
        usual.setConverter(new StringConverter<>() {
            @Override
            public String toString(FigureWidth width) {
                return width == null ? "a width of your own" : words(width);
            }

            @Override
            public FigureWidth fromString(String text) {
                throw new UnsupportedOperationException("widths are chosen, not written");
            }
        });
        List<FigureWidth> offered = new ArrayList<>();
        offered.add(null);
        Stream.of(FigureWidth.values()).forEach(offered::add);
        usual.getItems().setAll(offered);
        centimetres.disableProperty().bind(onPaper.selectedProperty().not());
        dpi.disableProperty().bind(onPaper.selectedProperty().not().or(vector));
        pixels.disableProperty().bind(inPixels.selectedProperty().not());
        for (TextField field : new TextField[] {centimetres, dpi, pixels}) {
            field.textProperty().addListener(o -> changed());
        }
        onPaper.selectedProperty().addListener(o -> changed());
        usual.valueProperty().addListener((o, was, is) -> {
            if (is != null && !filling) {
                take(is);
            }
        });
        getChildren()
                .addAll(
                        usual,
                        row(onPaper, centimetres, new Label("cm at"), dpi, new Label("dpi")),
                        row(inPixels, pixels, new Label("pixels")));
    }

    /** Whether the picture is made of lines, which have no pixels: then the pixels an inch are none of its settings. */
    void setVector(boolean lines) {
        vector.set(lines);
    }

    private static String words(FigureWidth width) {
        return width.label() + ", " + ExportSettings.plain(Math.rint(10 * width.centimetres()) / 10) + " cm";
    }

    private static TextField field(String id, String words) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words);
        field.getStyleClass().add("number-field");
        return field;
    }

    private static HBox row(Region... nodes) {
        HBox row = new HBox(8, nodes);
        for (Region node : nodes) {
            node.setMinWidth(Math.max(node.getMinWidth(), Region.USE_PREF_SIZE));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void take(FigureWidth width) {
        filling = true;
        onPaper.setSelected(true);
        centimetres.setText(ExportSettings.plain(Math.rint(1000 * width.centimetres()) / 1000));
        dpi.setText(ExportSettings.plain(width.dpi()));
        filling = false;
        changed();
    }

    /** A width that a user types is a usual one only where it is exactly that. */
    private void changed() {
        if (filling) {
            return;
        }
        filling = true;
        usual.setValue(same().orElse(null));
        filling = false;
        changed.run();
    }

    private Optional<FigureWidth> same() {
        return Stream.of(FigureWidth.values())
                .filter(width -> onPaper.isSelected()
                        && centimetres
                                .getText()
                                .equals(ExportSettings.plain(Math.rint(1000 * width.centimetres()) / 1000))
                        && dpi.getText().equals(ExportSettings.plain(width.dpi())))
                .findFirst();
    }

    /** Shows what was chosen last time. */
    void fill(ExportSettings s) {
        filling = true;
        (s.onPaper() ? onPaper : inPixels).setSelected(true);
        centimetres.setText(ExportSettings.plain(s.centimetres()));
        dpi.setText(ExportSettings.plain(s.dpi()));
        pixels.setText(Integer.toString(s.pixels()));
        usual.setValue(same().orElse(null));
        filling = false;
    }

    /**
     * The settings with this size.
     *
     * @throws IllegalArgumentException where a number cannot be read
     */
    ExportSettings in(ExportSettings before) {
        boolean paper = onPaper.isSelected();
        return new ExportSettings(
                before.format(),
                paper,
                paper ? number("width in cm", centimetres) : before.centimetres(),
                paper ? number("dpi", dpi) : before.dpi(),
                paper ? before.pixels() : (int) Math.rint(number("width in pixels", pixels)),
                before.dark(),
                before.transparent(),
                before.beside(),
                before.captionBelow(),
                before.folder());
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
}
