package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.BarsFigure;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.input.ClassWords;

/** Probabilities of the classes: a bar for the image as it is turned, and a thin one under it for the upright image. */
final class ProbabilityBars extends VBox {
    /** Letters that a short name has. */
    private static final int FEW = 2;

    private static final int MOST = 10;

    private final List<Row> rows = new ArrayList<>();

    ProbabilityBars() {
        getStyleClass().add("probabilities");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Exportable.by(
                this,
                () -> Optional.of(new ExportMenu.Content(
                        "probabilities",
                        new BarsFigure(
                                "Probabilities of the classes",
                                getAccessibleText(),
                                rows.stream().map(Row::bar).toList(),
                                List.of("turned", "upright"),
                                true))));
    }

    /** Shows two distributions over the same classes; of many classes the ten likeliest. */
    void show(List<String> names, double[] turned, double[] upright) {
        int[] shown = turned.length <= MOST
                ? IntStream.range(0, turned.length).toArray()
                : IntStream.range(0, turned.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(turned[b], turned[a]))
                        .limit(MOST)
                        .mapToInt(i -> i)
                        .toArray();
        while (rows.size() > shown.length) {
            getChildren().remove(rows.remove(rows.size() - 1));
        }
        while (rows.size() < shown.length) {
            Row row = new Row();
            rows.add(row);
            getChildren().add(row);
        }
        boolean wide =
                IntStream.of(shown).anyMatch(i -> ClassWords.className(names, i).length() > FEW);
        StringBuilder text = new StringBuilder("Probabilities, turned and upright: ");
        for (int i = 0; i < shown.length; i++) {
            String name = ClassWords.className(names, shown[i]);
            rows.get(i).show(name, wide, turned[shown[i]], upright[shown[i]]);
            text.append(String.format(
                    Locale.ROOT, "%s %.2f and %.2f percent; ", name, 100 * turned[shown[i]], 100 * upright[shown[i]]));
        }
        setAccessibleText(text.toString());
    }

    private static final class Row extends HBox {
        private static final double SHORT = 20;
        private static final double LONG = 72;
        private static final double NUMBER = 54;

        private final Label name = new Label();
        private final Bars bars = new Bars();
        private final Label percent = new Label();
        private final Tooltip digits = new Tooltip();

        Row() {
            getStyleClass().add("probability");
            name.getStyleClass().add("muted");
            name.setMinWidth(SHORT);
            percent.setMinWidth(NUMBER);
            Tooltip.install(this, digits);
            percent.getStyleClass().add("probability-number");
            HBox.setHgrow(bars, Priority.ALWAYS);
            getChildren().addAll(name, bars, percent);
        }

        BarsFigure.Bar bar() {
            return new BarsFigure.Bar(name.getText(), bars.turned, bars.upright, percent.getText());
        }

        void show(String className, boolean wide, double turned, double upright) {
            name.setText(className);
            // Long names leave the bars their room, and all bars begin at one place.
            name.setPrefWidth(wide ? LONG : SHORT);
            percent.setText(String.format(Locale.ROOT, "%.2f %%", 100 * turned));
            digits.setText(String.format(
                    Locale.ROOT, "%s: turned %.3f %%, upright %.3f %%", className, 100 * turned, 100 * upright));
            bars.show(turned, upright);
        }
    }

    private static final class Bars extends Region {
        private static final double WIDE = 6;
        private static final double THIN = 3;

        private final Region turnedBar = new Region();
        private final Region uprightBar = new Region();
        private double turned;
        private double upright;

        Bars() {
            getStyleClass().add("probability-track");
            turnedBar.getStyleClass().add("probability-turned");
            uprightBar.getStyleClass().add("probability-upright");
            getChildren().addAll(turnedBar, uprightBar);
        }

        void show(double newTurned, double newUpright) {
            turned = newTurned;
            upright = newUpright;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double top = Math.floor((getHeight() - WIDE - THIN - 1) / 2);
            turnedBar.resizeRelocate(0, top, getWidth() * turned, WIDE);
            uprightBar.resizeRelocate(0, top + WIDE + 1, getWidth() * upright, THIN);
        }

        @Override
        protected double computePrefHeight(double width) {
            return 12;
        }
    }
}
