package org.whorl.ui.training;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.whorl.ui.part.Card;
import org.whorl.ui.run.Curve;

/** A chart with its title, a legend that shows the newest values or those under the cursor, and a log switch for the loss. */
final class CurveCard extends VBox {
    private final CurveChart chart;
    private final Label trainValue = new Label();
    private final Label testValue = new Label();
    private final Label at = new Label();
    private final Label hint = new Label("Press Start, and the curves grow here.");
    private final ToggleButton log = new ToggleButton("log");
    private final boolean share;
    private final String title;
    private Curve train = new Curve(0);
    private Curve test = new Curve(0);
    private double cursor = Double.NaN;

    /**
     * @param share whether values are shares from 0 to 1, shown as per cent
     */
    CurveCard(String title, boolean share) {
        this.title = title;
        this.share = share;
        chart = new CurveChart(share);
        at.getStyleClass().add("muted");
        hint.getStyleClass().add("muted");
        hint.setMouseTransparent(true);
        HBox legend =
                new HBox(12, at, entry("legend-train", "train", trainValue), entry("legend-test", "test", testValue));
        legend.setAlignment(Pos.CENTER_RIGHT);
        if (!share) {
            log.getStyleClass().add("link-button");
            log.setId("log-axis");
            log.setAccessibleText("logarithmic axis");
            log.selectedProperty().addListener((o, old, now) -> {
                log.setText(now ? "log ✓" : "log");
                chart.setLog(now);
            });
            log.setSelected(true);
            legend.getChildren().add(log);
        }
        StackPane area = new StackPane(chart, hint);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setOnMouseMoved(e -> read(chart.epochAt(e.getX())));
        chart.setOnMouseExited(e -> read(Double.NaN));
        Card card = new Card(title, legend, area);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        setMinWidth(220);
        describe();
    }

    private static HBox entry(String style, String name, Label value) {
        Line line = new Line(0, 0, 16, 0);
        line.getStyleClass().add(style);
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        value.getStyleClass().add("strong");
        value.setMinWidth(USE_PREF_SIZE);
        HBox entry = new HBox(5, line, label, value);
        entry.setAlignment(Pos.CENTER);
        return entry;
    }

    ToggleButton logSwitch() {
        return log;
    }

    void setDark(boolean dark) {
        chart.setDark(dark);
    }

    void show(Curve newTrain, Curve newTest, double epochs) {
        train = newTrain;
        test = newTest;
        hint.setVisible(train.size() == 0);
        chart.show(train, test, epochs);
        describe();
    }

    private void read(double epoch) {
        cursor = epoch;
        chart.setCursorAt(epoch);
        describe();
    }

    private void describe() {
        int trainAt = Double.isFinite(cursor) ? train.before(cursor) : train.size() - 1;
        int testAt = Double.isFinite(cursor) ? test.before(cursor) : test.size() - 1;
        trainValue.setText(trainAt < 0 ? "–" : format(train.smooth(trainAt)));
        testValue.setText(testAt < 0 ? "–" : format(test.smooth(testAt)));
        at.setText(Double.isFinite(cursor) ? String.format(Locale.ROOT, "epoch %.1f", cursor) : "");
        chart.setAccessibleText(title + ": train " + trainValue.getText() + ", test " + testValue.getText()
                + (train.size() == 0 ? "" : String.format(Locale.ROOT, ", at epoch %.1f", train.x(train.size() - 1))));
    }

    private String format(double value) {
        return share ? String.format(Locale.ROOT, "%.1f %%", 100 * value) : new SignificantFormat(3).format(value);
    }
}
