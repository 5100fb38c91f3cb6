package org.whorl.ui.view.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.ui.control.ShareBar;

/** Parameters, accuracy and origin of networks, a column a network. */
final class NumbersGrid extends GridPane {
    /** A row: its name and what it says of a network. */
    private record Row(String name, Function<Contender, String> value) {}

    private static final List<Row> ROWS = List.of(
            new Row("test accuracy", NumbersGrid::accuracy),
            new Row("trained on", NumbersGrid::trainedOn),
            new Row("training", NumbersGrid::training),
            new Row("network", NumbersGrid::network));

    NumbersGrid() {
        setHgap(16);
        setVgap(8);
    }

    /** Shows these. */
    void show(List<Contender> contenders, List<String> names) {
        getChildren().clear();
        // As wide as its names, which are larger where type is.
        getColumnConstraints().setAll(new ColumnConstraints());
        int most = contenders.stream().mapToInt(c -> c.count().total()).max().orElse(1);
        addRow(0, head("parameters"));
        for (int r = 0; r < ROWS.size(); r++) {
            add(head(ROWS.get(r).name()), 0, r + 2);
        }
        for (int i = 0; i < contenders.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            // The same share of what the names leave. Percentages would be of the whole, names and all.
            column.setMinWidth(0);
            column.setPrefWidth(1);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
            Contender contender = contenders.get(i);
            ParameterCount count = contender.count();
            Label total = new Label(names.get(i) + ": " + number(count.total()));
            total.getStyleClass().add("strong");
            ShareBar bar = new ShareBar("own");
            bar.setShare((double) count.total() / most);
            Label split = new Label(split(count));
            split.getStyleClass().add("muted");
            split.setWrapText(true);
            split.setMinHeight(USE_PREF_SIZE);
            VBox parameters = new VBox(4, total, bar, split);
            add(parameters, i + 1, 0);
            for (int r = 0; r < ROWS.size(); r++) {
                Label value = new Label(ROWS.get(r).value().apply(contender));
                value.setWrapText(true);
                value.setMinHeight(USE_PREF_SIZE);
                add(value, i + 1, r + 2);
            }
        }
    }

    private static Node head(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static String split(ParameterCount count) {
        return String.format(
                Locale.ROOT,
                "filters %s · thresholds %s · norms %s · head %s",
                number(count.filters()),
                number(count.lambda()),
                number(count.norm()),
                number(count.head()));
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** 60000 as 60,000; what is no number as it is. */
    private static String grouped(String number) {
        return number.matches("\\d{1,9}") ? number(Integer.parseInt(number)) : number;
    }

    static String accuracy(Contender contender) {
        return contender.accuracy().isPresent()
                ? String.format(
                                Locale.ROOT,
                                "%.2f %%",
                                100 * contender.accuracy().getAsDouble())
                        + contender
                                .said("testImages")
                                .map(n -> " of " + grouped(n))
                                .orElse("")
                : "not measured";
    }

    private static String trainedOn(Contender contender) {
        return contender.said("data").orElse("not said")
                + contender
                        .said("trainImages")
                        .map(n -> ", " + grouped(n) + " images")
                        .orElse("");
    }

    private static String training(Contender contender) {
        return contender.said("epochs").map(n -> n + " epochs").orElse("not said")
                + contender.trained("seed").map(s -> ", seed " + s).orElse("");
    }

    private static String network(Contender contender) {
        NetworkSpec spec = contender.spec();
        return spec.layers() + (spec.layers() == 1 ? " layer of " : " layers of ") + spec.filters() + " filters"
                + (spec.dense() ? ", dense" : " of " + spec.kernel() + "×" + spec.kernel()) + ", "
                + spec.interpolation().name().toLowerCase(Locale.ROOT);
    }
}
