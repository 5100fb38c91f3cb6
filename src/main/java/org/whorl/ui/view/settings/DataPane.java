package org.whorl.ui.view.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PrefixSelectionComboBox;
import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.set.SetName;
import org.whorl.ui.control.Presence;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

/** The choice of images, with a few of them. */
public final class DataPane extends VBox {
    private static final int SAMPLES = 10;
    private static final double SAMPLE_SIDE = 25;

    /** A line of the list. */
    private record Item(DataChoice choice, String title, String detail) {}

    private final ComboBox<Item> box = new PrefixSelectionComboBox<>();
    private final HBox samples = new HBox(3);
    private final Label note = new Label();
    private final Settings settings;
    private final Function<String, Optional<Path>> chooser;
    private final Label images = new Label();
    private final FolderButton folder;
    private final Button usual = new Button("×");
    private final SettingRow files;
    private boolean selecting;

    /**
     * @param chooser asks a person for a folder; given a sentence on what is looked for
     */
    public DataPane(Settings settings, Function<String, Optional<Path>> chooser) {
        super(8);
        this.settings = settings;
        this.chooser = chooser;
        folder = new FolderButton(this::chooseFolder);
        files = filesRow();
        box.setId("data");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText("Data set");
        box.setCellFactory(view -> new Cell());
        box.setButtonCell(new Cell());
        Tooltip whole = new Tooltip();
        box.valueProperty().addListener((o, was, is) -> whole.setText(is == null ? "" : is.title()));
        // Where a long name has no room, as in a side that was made narrow.
        box.setTooltip(whole);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        samples.setMinHeight(SAMPLE_SIDE);
        SettingRow limit = limitRow();
        VBox rows = new VBox(limit, files, picturesRow());
        rows.getStyleClass().add("setting-rows");
        getChildren().addAll(box, samples, note, rows);
        settings.limit().problemProperty().addListener((o, old, now) -> limit.show(now));
        offer(List.of());
        chooseFromTheList();
        settings.dataProperty().addListener((o, old, now) -> select(now));
        select(settings.dataProperty().get());
    }

    /** Keys move through the list, and only what stands there when it closes is meant: every set that is chosen is read. */
    private void chooseFromTheList() {
        box.valueProperty().addListener(o -> {
            if (!selecting && !box.isShowing()) {
                box.show();
            }
        });
        box.setOnHidden(e -> {
            if (box.getValue() != null) {
                settings.dataProperty().set(box.getValue().choice());
            }
        });
        box.skinProperty().addListener(o -> {
            if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin) {
                skin.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        select(settings.dataProperty().get());
                    }
                });
            }
        });
    }

    private SettingRow limitRow() {
        NumberField field =
                NumberField.doubling(settings.limit().limitProperty()).settling(settings.limit()::settle);
        field.setPromptText("all");
        images.getStyleClass().add("muted");
        images.setMinWidth(Region.USE_PREF_SIZE);
        return new SettingRow(
                "Training images",
                "limit",
                new NotedField(field, images),
                "How many of the training images to use, from the first; all where it is empty. The test images stay whole.");
    }

    private SettingRow filesRow() {
        usual.getStyleClass().add("link-button");
        usual.setId("usual-places");
        usual.setTooltip(new Tooltip("Look for its files in the usual places again"));
        usual.setOnAction(e -> settings.dataProperty()
                .set(new DataChoice(settings.dataProperty().get().name(), Optional.empty())));
        HBox place = new HBox(folder, usual);
        place.setAlignment(Pos.CENTER_RIGHT);
        return new SettingRow(
                "Files in",
                "dataFolder",
                place,
                "The folder or archive with the files of this set; otherwise they are looked for where programs keep them.");
    }

    private SettingRow picturesRow() {
        Button pictures = new Button("choose a folder …");
        pictures.getStyleClass().add("link-button");
        pictures.setOnAction(e -> chooser.apply("A folder with a folder of pictures for every class")
                .ifPresent(f -> settings.dataProperty()
                        .set(new DataChoice(SetName.folder(f).toString(), Optional.empty()))));
        return new SettingRow(
                "Your own pictures", "pictures", pictures, "A folder with a folder of pictures for every class.");
    }

    private void chooseFolder() {
        DataChoice now = settings.dataProperty().get();
        chooser.apply("The folder with " + now.title())
                .ifPresent(f -> settings.dataProperty().set(new DataChoice(now.name(), Optional.of(f))));
    }

    private void showFiles(DataChoice choice) {
        choice.folder()
                .ifPresentOrElse(
                        folder::show,
                        () -> folder.show("the usual places", "where this and other programs keep data sets"));
        Presence.show(usual, choice.folder().isPresent());
        Presence.show(files, choice.hasFolder());
    }

    /** Offers these sets, besides what is always there. */
    public void offer(List<DatasetInfo> infos) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(DataChoice.DIGITS, "Digits (built in)", "28×28 · 1,437 + 360"));
        items.add(new Item(DataChoice.DIGITS.turned(true), "Digits, turned", "28×28 · 1,437 + 360"));
        for (DatasetInfo info : infos) {
            DataChoice choice = new DataChoice(info.name(), Optional.empty());
            if (choice.isDrawn()) {
                items.add(new Item(
                        choice,
                        info.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + info.name().substring(1) + " (drawn)",
                        size(info.shape(), info.train(), info.test())));
            } else if (!info.builtIn()) {
                items.add(new Item(
                        choice,
                        info.name(),
                        info.available() ? size(info.shape(), info.train(), info.test()) : "files not found"));
            }
        }
        selecting = true;
        // The box would keep the place of what is selected, at which now something else stands.
        box.getSelectionModel().clearSelection();
        box.getItems().setAll(items);
        selecting = false;
        select(settings.dataProperty().get());
    }

    private static String size(ImageShape shape, int train, int test) {
        return String.format(Locale.ROOT, "%d×%d · %,d + %,d", shape.height(), shape.width(), train, test);
    }

    private void select(DataChoice choice) {
        selecting = true;
        box.setValue(box.getItems().stream()
                .filter(i -> i.choice().equals(choice))
                .findFirst()
                .orElseGet(() -> {
                    Item other = new Item(
                            choice,
                            choice.title(),
                            choice.folder().map(FolderButton::name).orElse(""));
                    box.getItems().add(other);
                    return other;
                }));
        selecting = false;
        showFiles(choice);
    }

    /** Shows that images are being read, or why they could not be. */
    public void say(String words, boolean wrong) {
        images.setText("");
        samples.getChildren().clear();
        note.setText(words);
        note.getStyleClass().setAll("label", wrong ? "problem" : "muted");
        note.setManaged(true);
        note.setVisible(true);
    }

    /** Shows the first training image of every class, as many as there is room for. */
    public void show(TrainTest data) {
        note.setManaged(false);
        note.setVisible(false);
        images.setText(String.format(Locale.ROOT, "of %,d", data.train().size()));
        samples.getChildren().clear();
        samples.setAlignment(Pos.CENTER_LEFT);
        Dataset train = data.train();
        for (int label = 0;
                label < train.classNames().size() && samples.getChildren().size() < SAMPLES;
                label++) {
            for (int i = 0; i < train.size(); i++) {
                if (train.labels()[i] == label) {
                    samples.getChildren().add(sample(train, i));
                    break;
                }
            }
        }
    }

    private static ImageView sample(Dataset set, int index) {
        ImageShape shape = set.shape();
        int area = shape.height() * shape.width();
        int[] pixels = new int[area];
        for (int i = 0; i < area; i++) {
            int argb = 0xff;
            for (int c = 0; c < 3; c++) {
                int channel = Math.min(c, shape.channels() - 1);
                float value = set.pixels()[(index * shape.channels() + channel) * area + i];
                argb = argb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
            }
            pixels[i] = argb;
        }
        WritableImage image = new WritableImage(shape.width(), shape.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        shape.width());
        ImageView view = new ImageView(image);
        view.setFitHeight(SAMPLE_SIDE);
        view.setPreserveRatio(true);
        view.setAccessibleText("a training image of class " + set.classNames().get(set.labels()[index]));
        return view;
    }

    private static final class Cell extends ListCell<Item> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(8, title, detail);

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().add(1, gap);
            line.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                title.setText(item.title());
                detail.setText(item.detail());
                setGraphic(line);
            }
        }
    }
}
