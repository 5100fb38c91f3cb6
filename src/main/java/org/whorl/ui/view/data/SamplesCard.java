package org.whorl.ui.view.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.figure.Numbers;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Place;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.task.Repainter;

/** Samples of the chosen set, a row for each class, turned as the slider says. */
final class SamplesCard extends VBox {
    private static final int WISHED_COLUMNS = 20;
    /** Up to so many rows leave room for larger pictures. */
    private static final int FEW_CLASSES = 4;

    private static final int WISHED_LARGE = 8;
    private static final int SMALL_ENOUGH = 12;
    private static final int LONGEST_NAME = 14;

    private final LabState lab;
    private final DataModel model;
    private final ObjectProperty<DataChoice> choice;
    private final Pictures pictures = new Pictures();
    private final Label range = new Label();
    private final Label angle = new Label();
    private final Button previous = button("◀", "samples-back", "Earlier samples of each class");
    private final Button next = button("▶", "samples-on", "Further samples of each class");
    private final ToggleButton turned = new ToggleButton("Turn at random");
    private final Button trained = new Button();
    private final ObjectProperty<Integer> firstClass = new SimpleObjectProperty<>(0);
    private final LabelledChoice<Integer> classes;
    private final Repainter repainter;
    private int[] page = new int[0];

    SamplesCard(LabState lab, DataModel model, ObjectProperty<DataChoice> choice) {
        this.lab = lab;
        this.model = model;
        this.choice = choice;
        setMinWidth(0);
        classes = LabelledChoice.of("classes:", firstClass, this::classNames, List.of(0));
        getChildren().add(new Card("Samples by class", parts(), new VBox(10, toolbar(), pictures, slider())));
        pictures.grid().pointedProperty().addListener((o, was, is) -> point(is));
        firstClass.addListener((o, was, is) -> {
            if (is != null) {
                model.firstClassProperty().set(is);
            }
        });
        model.orderProperty().addListener(o -> offerClasses());
        repainter = new Repainter(this, this::paint);
        repainter.requestOn(
                model.orderProperty(),
                model.firstProperty(),
                model.firstClassProperty(),
                model.degreesProperty(),
                model.randomProperty(),
                pictures.widthProperty(),
                lab.darkProperty(),
                choice);
        repainter.request();
        offerClasses();
    }

    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton(part.label());
            button.setId("part-" + part.label());
            button.getStyleClass().add(part == Part.TRAIN ? "left-pill" : "right-pill");
            button.setToggleGroup(group);
            button.setSelected(model.partProperty().get() == part);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.partProperty().set(part);
            });
            model.partProperty().addListener((o, was, is) -> button.setSelected(is == part));
            box.getChildren().add(button);
        }
        box.getStyleClass().add("view-toolbar");
        return box;
    }

    private Node toolbar() {
        previous.setOnAction(event -> model.turnPage(-1));
        next.setOnAction(event -> model.turnPage(1));
        Button shuffle = button("Shuffle", "shuffle", "Others, at random");
        shuffle.setOnAction(event -> model.shuffle());
        turned.setId("turned");
        turned.setTooltip(
                new Tooltip("Show each image turned by an angle of its own; what is trained on stays as it is"));
        turned.selectedProperty().bindBidirectional(model.randomProperty());
        trained.setId("train-turned");
        trained.getStyleClass().add("link-button");
        trained.setMinWidth(USE_PREF_SIZE);
        trained.setTooltip(new Tooltip("The set of the next run: as it is, or each image turned, as the seed decides"));
        trained.setOnAction(
                event -> choice.set(choice.get().turned(!choice.get().isTurned())));
        trained.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> turned.isSelected() || choice.get().isTurned(), turned.selectedProperty(), choice));
        trained.managedProperty().bind(trained.visibleProperty());
        range.getStyleClass().add("muted");
        ExportMenu export =
                new ExportMenu(() -> pictures.grid().figure().map(figure -> new ExportMenu.Content("samples", figure)));
        FlowPane bar = new FlowPane(
                new HBox(4, previous, next), range, shuffle, turned, trained, classes, export, export.message());
        bar.getStyleClass().add("view-toolbar");
        return bar;
    }

    private Node slider() {
        Slider slider = new Slider(0, 360, 0);
        slider.setId("turn-samples");
        slider.setBlockIncrement(15);
        slider.setAccessibleText("Turn the samples counter-clockwise, in degrees");
        slider.valueProperty().bindBidirectional(model.degreesProperty());
        slider.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = new Label("turn, counter-clockwise");
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        angle.setMinWidth(40);
        angle.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, name, slider, angle);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String text, String id, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void offerClasses() {
        int count = model.orderProperty().get().byClass().length;
        List<Integer> firsts = IntStream.iterate(0, c -> c < Math.max(1, count), c -> c + DataModel.MOST_ROWS)
                .boxed()
                .toList();
        if (!firsts.equals(classes.box().getItems())) {
            classes.box().getItems().setAll(firsts);
            firstClass.set(0);
        }
        firstClass.set(model.firstClassProperty().get());
        classes.setVisible(firsts.size() > 1);
        classes.setManaged(firsts.size() > 1);
    }

    private String classNames(int from) {
        int count = model.orderProperty().get().byClass().length;
        return (from + 1) + "–" + Math.min(count, from + DataModel.MOST_ROWS) + " of " + count;
    }

    private void paint() {
        angle.setText(
                String.format(Locale.ROOT, "%.0f°", model.degreesProperty().get() % 360));
        trained.setText(choice.get().isTurned() ? "Train on upright ones" : "Train on turned ones");
        Optional<Dataset> images = model.images();
        if (images.isEmpty() || pictures.getWidth() <= 0) {
            return;
        }
        Dataset set = images.get();
        ImageShape shape = set.shape();
        pictures.grid()
                .setLabels(
                        model.shownClasses().stream()
                                .map(SamplesCard::shortened)
                                .toList(),
                        List.of());
        double labels = pictures.grid().labelWidth() + SMALL_ENOUGH;
        int enlargement = pictures.enlargement(
                shape, model.shownClasses().size() <= FEW_CLASSES ? WISHED_LARGE : WISHED_COLUMNS, labels);
        int columns = pictures.columns(shape, enlargement, labels);
        model.setColumns(columns);
        page = model.page();
        int[] order =
                IntStream.range(0, page.length).map(i -> page[i] < 0 ? -1 : i).toArray();
        pictures.show(
                shape,
                model.turned(set, page),
                order,
                columns,
                enlargement,
                1,
                false,
                lab.darkProperty().get());
        int first = model.firstProperty().get();
        int longest = model.orderProperty().get().longest();
        int last = Math.min(longest, first + columns);
        range.setText(String.format(Locale.ROOT, "%,d–%,d of up to %,d a class", first + 1, last, longest));
        previous.setDisable(first == 0);
        next.setDisable(last >= longest);
        pictures.grid()
                .setAccessibleText("Images " + (first + 1) + " to " + last + " of each class of "
                        + choice.get().title() + ", "
                        + model.partProperty().get().label() + ", turned by "
                        + angle.getText() + (model.randomProperty().get() ? " and at random" : "") + ": "
                        + String.join(", ", model.shownClasses()));
    }

    /** A class name that leaves room for pictures. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private void point(Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.filter(p -> p.tile() < page.length && page[p.tile()] >= 0)
                        .flatMap(p -> model.images().map(set -> inspect(set, p))));
    }

    private Inspection inspect(Dataset set, Place place) {
        int image = page[place.tile()];
        var tiles = pictures.grid().content().tiles();
        String name = model.partProperty().get().label() + " " + (image + 1);
        String label = set.classNames().get(set.labels()[image]);
        return new Inspection(
                choice.get().title() + " · " + name,
                tiles.tile(place.tile()),
                tiles.channels(),
                tiles.width(),
                false,
                1,
                place.row(),
                place.column(),
                List.of(
                        new Fact("class", label),
                        new Fact("pixel", Numbers.format(tiles.mean(place.tile(), place.row(), place.column()))),
                        new Fact("turned by", Math.round(model.degrees(image)) % 360 + "°")),
                "Image " + (image + 1) + " of the " + model.partProperty().get().label() + " images, of class " + label
                        + ", turned by " + Math.round(model.degrees(image)) % 360 + "°.",
                Optional.empty());
    }
}
