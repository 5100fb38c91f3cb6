package org.whorl.ui.view.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.data.TrainTest;
import org.whorl.data.set.DataCheck;
import org.whorl.figure.BarsFigure;
import org.whorl.file.Csv;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.ShareBar;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.Fact;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.FactTable;

/** How many images of each class, and the numbers of the whole set. */
final class FactsCard extends VBox {
    private static final double LONGEST_NAME = 110;
    private static final int CHECKSUM = 12;

    private final DataModel model;
    private final Label part = new Label();
    private final GridPane bars = new GridPane();
    private final FactTable table = new FactTable();

    FactsCard(DataModel model) {
        this.model = model;
        setMinWidth(0);
        part.getStyleClass().add("muted");
        bars.getStyleClass().add("class-bars");
        bars.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ExportMenu export = new ExportMenu(this::content);
        HBox beside = new HBox(8, part, export.message(), export);
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.getStyleClass().add("view-toolbar");
        Exportable.by(bars, this::content);
        Card card = new Card("Class balance", beside, new VBox(10, bars, table));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        Repainter repainter = new Repainter(this, this::paint);
        repainter.requestOn(
                model.factsProperty(), model.problemProperty(), model.firstClassProperty(), model.partProperty());
        repainter.request();
    }

    private void paint() {
        Optional<SetFacts> facts = model.factsProperty().get();
        String problem = model.problemProperty().get();
        String missing = problem.isEmpty() ? " · counting …" : " · could not be counted: " + problem;
        part.setText(model.partProperty().get().label() + (facts.isEmpty() ? missing : ""));
        if (facts.isEmpty()) {
            return;
        }
        DataCheck.Part numbers = facts.get().numbers();
        List<Integer> counts = numbers.classCounts();
        int most = Math.max(1, counts.stream().mapToInt(i -> i).max().orElse(1));
        bars.getChildren().clear();
        int first = model.firstClassProperty().get();
        for (int c = first; c < first + model.rows() && c < counts.size(); c++) {
            addRow(c - first, facts.get().set().classNames().get(c), counts.get(c), most, numbers.images());
        }
        table.show(facts(numbers));
        content()
                .ifPresent(c -> bars.setAccessibleText(
                        c.figure().title() + ". " + c.figure().description()));
    }

    /** All classes, those too for which there is no room on the screen. */
    private Optional<ExportMenu.Content> content() {
        return model.factsProperty().get().map(facts -> {
            List<String> names = facts.set().classNames();
            List<Integer> counts = facts.numbers().classCounts();
            int most = Math.max(1, counts.stream().mapToInt(i -> i).max().orElse(1));
            int images = Math.max(1, facts.numbers().images());
            List<BarsFigure.Bar> all = new ArrayList<>();
            StringBuilder csv = new StringBuilder("class,images\n");
            StringBuilder words = new StringBuilder();
            for (int c = 0; c < counts.size(); c++) {
                int count = counts.get(c);
                all.add(new BarsFigure.Bar(
                        names.get(c),
                        (double) count / most,
                        Double.NaN,
                        String.format(Locale.ROOT, "%,d · %.1f %%", count, 100.0 * count / images)));
                csv.append(Csv.quoted(names.get(c))).append(',').append(count).append('\n');
                words.append(c == 0 ? "" : ", ")
                        .append(names.get(c))
                        .append(' ')
                        .append(count);
            }
            return new ExportMenu.Content(
                    "class-balance",
                    new BarsFigure(
                            "Class balance, " + model.partProperty().get().label() + " images",
                            "Images of each class: " + words + ".",
                            all,
                            List.of(),
                            false),
                    Map.of(),
                    Optional.empty(),
                    Optional.of(out -> out.write(csv.toString().getBytes(StandardCharsets.UTF_8))));
        });
    }

    private void addRow(int row, String name, int count, int most, int all) {
        Label label = new Label(name);
        label.setMaxWidth(LONGEST_NAME);
        ShareBar bar = ShareBar.withoutTrack("own");
        bar.setShare((double) count / most);
        GridPane.setHgrow(bar, Priority.ALWAYS);
        GridPane.setValignment(bar, VPos.CENTER);
        Label number = new Label(String.format(Locale.ROOT, "%,d · %.1f %%", count, 100.0 * count / Math.max(1, all)));
        number.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(number, HPos.RIGHT);
        bars.addRow(row, label, bar, number);
    }

    private List<Fact> facts(DataCheck.Part numbers) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("images", String.format(Locale.ROOT, "%,d", numbers.images())));
        facts.add(new Fact(
                "shape",
                numbers.shape().height() + "×" + numbers.shape().width()
                        + (numbers.shape().channels() == 1 ? ", grey" : ", red, green and blue")));
        facts.add(new Fact("mean", each(numbers.mean())));
        facts.add(new Fact("standard deviation", each(numbers.std())));
        facts.add(new Fact(
                "largest class : smallest",
                Double.isInfinite(numbers.imbalance())
                        ? "a class is empty"
                        : String.format(Locale.ROOT, "%.2f", numbers.imbalance())));
        facts.add(new Fact(
                "SHA-256 of the files",
                model.dataProperty()
                        .get()
                        .map(TrainTest::checksum)
                        .map(sum -> sum.length() > CHECKSUM ? sum.substring(0, CHECKSUM) + "…" : sum)
                        .orElse("")));
        return facts;
    }

    private static String each(List<Double> channels) {
        return channels.stream().map(v -> String.format(Locale.ROOT, "%.4f", v)).collect(Collectors.joining(" · "));
    }
}
