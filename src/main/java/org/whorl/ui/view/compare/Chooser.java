package org.whorl.ui.view.compare;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import javafx.stage.FileChooser;

import org.whorl.figure.SeriesStyle;
import org.whorl.figure.Theme;
import org.whorl.ui.control.ItemText;

/** Chooses one of the networks: from the gallery, from the runs, or a file. */
final class Chooser extends HBox {
    private final Contenders contenders;
    private final int slot;
    private final ComboBox<Source> box = new ComboBox<>();
    private final Line key;
    private boolean updating;

    Chooser(Contenders contenders, int slot) {
        this.contenders = contenders;
        this.slot = slot;
        getStyleClass().add("chooser");
        key = keyLine(Contenders.style(slot));
        char letter = (char) ('A' + slot);
        Label name = new Label(String.valueOf(letter));
        name.getStyleClass().add("strong");
        name.setLabelFor(box);
        box.getStyleClass().add("small-combo");
        box.setAccessibleText("Network " + letter);
        ItemText.show(box, Source::listed, "nothing");
        // The closed box has room for a name; where the network is from stands in the list and in the tooltip.
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(Source item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? "nothing" : item.name());
                setTooltip(item == null ? null : new Tooltip(item.listed()));
            }
        });
        offer();
        box.valueProperty().addListener((o, was, is) -> {
            if (!updating) {
                contenders.slot(slot).set(is);
            }
        });
        contenders.slot(slot).addListener((o, was, is) -> box.setValue(is));
        contenders.foundProperty().addListener(o -> offer());
        // What is known stands there at once, and what has changed since as soon as it is found.
        box.setOnShowing(e -> {
            offer();
            contenders.look();
        });
        Button open = new Button("…");
        open.setTooltip(new Tooltip("Open a model.npz, of a run or from anywhere"));
        open.setAccessibleText("Open a model file as network " + letter);
        open.setOnAction(e -> open());
        getChildren().addAll(key, name, box, open);
    }

    /** A short line as a curve's is drawn. */
    static Line keyLine(SeriesStyle style) {
        Line line = new Line(0, 0, 20, 0);
        line.setStrokeWidth(2.2);
        for (float length : style.dashes()) {
            line.getStrokeDashArray().add(1.4 * length);
        }
        return line;
    }

    /** Paints a line in its style's colour. */
    static void paint(Line line, SeriesStyle style, boolean dark) {
        java.awt.Color c = style.color(dark ? Theme.DARK : Theme.LIGHT);
        line.setStroke(javafx.scene.paint.Color.rgb(c.getRed(), c.getGreen(), c.getBlue()));
    }

    void setDark(boolean dark) {
        paint(key, Contenders.style(slot), dark);
    }

    /** Lists what there is; what is chosen stays so, though the box lets go of it while its items change. */
    private void offer() {
        List<Source> offers = new ArrayList<>();
        offers.add(null);
        offers.addAll(contenders.offers());
        if (!offers.equals(box.getItems())) {
            updating = true;
            box.getItems().setAll(offers);
            box.setValue(contenders.slot(slot).get());
            updating = false;
        }
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("A model to compare");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Models", "*.npz"));
        File file =
                chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            Source source = new Source(Source.Kind.FILE, file.getAbsolutePath());
            if (!box.getItems().contains(source)) {
                box.getItems().add(source);
            }
            contenders.slot(slot).set(source);
        }
    }
}
