package org.whorl.ui.view.settings;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.network.ParameterCount;
import org.whorl.ui.control.ShareBar;

/** The arithmetic under the dial: bars of parameters, and where they are. */
public final class ArithmeticPane extends VBox {
    private final Label exactness = new Label();
    private final Label basis = new Label();
    private final GridPane bars = new GridPane();
    private final GridPane split = new GridPane();

    public ArithmeticPane() {
        super(8);
        getStyleClass().add("arithmetic");
        exactness.setWrapText(true);
        VBox badge = new VBox(exactness);
        badge.setAlignment(Pos.CENTER);
        Label head = new Label("PARAMETERS");
        head.getStyleClass().add("section-head");
        bars.setHgap(8);
        bars.setVgap(4);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        bars.getColumnConstraints().setAll(new ColumnConstraints(84), grow, numbers);
        split.setHgap(8);
        split.setVgap(2);
        split.getColumnConstraints().setAll(grow, numbers);
        basis.getStyleClass().add("muted");
        basis.setId("arithmetic-basis");
        basis.setWrapText(true);
        basis.setTooltip(
                new Tooltip("A network with copies has whole orbits: the dial changes how many filters there are, "
                        + "and the baseline beside it gets as many."));
        VBox compared = new VBox(head, basis);
        getChildren().setAll(badge, compared, bars, split);
    }

    /** Shows the arithmetic of a network. */
    public void show(Arithmetic arithmetic) {
        exactness.setText(arithmetic.exactness());
        basis.setText(arithmetic.basis());
        exactness.getStyleClass().removeAll("exact", "notice");
        exactness.getStyleClass().add(arithmetic.group().exactOnGrid() ? "exact" : "notice");
        bars.getChildren().clear();
        int row = 0;
        for (Arithmetic.Row network : arithmetic.rows()) {
            int total = network.count().total();
            Label name = new Label(network.name());
            Label number = new Label(number(total));
            for (Label label : List.of(name, number)) {
                label.getStyleClass().add(network.own() ? "strong" : "muted");
                label.setMinWidth(USE_PREF_SIZE);
            }
            ShareBar bar = new ShareBar(network.own() ? "own" : "other");
            bar.setShare((double) total / arithmetic.most());
            Tooltip.install(bar, new Tooltip(words(network.count())));
            bars.addRow(row++, name, bar, number);
        }
        setAccessibleText(
                arithmetic.own().name() + ": " + words(arithmetic.own().count()));
        split(arithmetic.own().count());
    }

    private void split(ParameterCount count) {
        split.getChildren().clear();
        line(0, "filters", count.filters());
        line(1, "thresholds", count.lambda());
        line(2, "norms", count.norm());
        line(3, "head", count.head());
    }

    private void line(int row, String name, int number) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Label value = new Label(number(number));
        value.getStyleClass().add("muted");
        split.addRow(row, label, value);
    }

    private static String words(ParameterCount count) {
        return String.format(
                Locale.ROOT,
                "filters %s, thresholds %s, norms %s, head %s",
                number(count.filters()),
                number(count.lambda()),
                number(count.norm()),
                number(count.head()));
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
