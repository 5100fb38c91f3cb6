package org.whorl.ui.view.data;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.data.DatasetInfo;
import org.whorl.data.set.SetName;
import org.whorl.ui.control.Busy;
import org.whorl.ui.model.data.Download;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.DataChoice;

/** One set of the list: its name, its size, where it was found or how to get it, and how its download stands. */
final class SetRow extends VBox {
    /** In heights of the letters, which are larger in a presentation. */
    private static final double NAME_WIDTH = 10.2;

    private static final double SIZE_WIDTH = 16.6;
    private static final String EACH_TURNED = "each image turned by its own angle";
    private static final String DRAWN = "drawn when it is asked for";

    private final SetsModel model;
    private final DataChoice choice;
    private final RadioButton name;
    private final Button get = new Button();
    private final Busy busy;
    private final boolean missing;
    private final String size;

    /** A set with a name of its own. */
    static SetRow of(SetsModel model, DatasetInfo info, DataChoice choice, ToggleGroup group) {
        String where = choice.isDrawn()
                ? DRAWN
                : info.builtIn()
                        ? "comes with Whorl"
                        : choice.folder().or(info::found).map(Object::toString).orElse("not on this machine");
        boolean missing = !info.available() && choice.folder().isEmpty();
        return new SetRow(model, choice, size(info), where, missing, info.downloadBytes(), group);
    }

    /** The built-in set, each image turned. */
    static SetRow turned(SetsModel model, DatasetInfo info, DataChoice choice, ToggleGroup group) {
        return new SetRow(model, choice, size(info), EACH_TURNED, false, 0, group);
    }

    private static String size(DatasetInfo info) {
        String side = info.shape().height() + "×" + info.shape().width();
        return String.format(
                Locale.ROOT,
                "%s · %,d + %,d",
                info.shape().channels() == 1 ? side : side + " colour",
                info.train(),
                info.test());
    }

    /** A set that was opened by hand. */
    static SetRow of(SetsModel model, DataChoice choice, ToggleGroup group) {
        String name = choice.name();
        int colon = name.indexOf(':');
        String where = choice.folder().isPresent()
                ? choice.folder().get().toString()
                : choice.isDrawn() ? DRAWN : colon < 0 ? EACH_TURNED : name.substring(colon + 1);
        SetName upright = SetName.parse(name).upright();
        String kind =
                upright instanceof SetName.Folder ? "pictures" : upright instanceof SetName.Idx ? "IDX files" : "";
        return new SetRow(model, choice, kind, where, false, 0, group);
    }

    private SetRow(
            SetsModel model,
            DataChoice choice,
            String size,
            String where,
            boolean missing,
            long downloadBytes,
            ToggleGroup group) {
        this.model = model;
        this.choice = choice;
        this.missing = missing;
        this.size = downloadBytes > 0 ? Download.bytes(downloadBytes) : "";
        getStyleClass().add("set-row");
        name = new RadioButton(choice.title());
        name.setId("set-" + choice.name());
        name.setToggleGroup(group);
        name.minWidthProperty().bind(widthOf(name, NAME_WIDTH));
        name.prefWidthProperty().bind(widthOf(name, NAME_WIDTH));
        name.setWrapText(true);
        name.setDisable(missing);
        name.setOnAction(event -> model.choiceProperty().set(choice));
        Label sizeLabel = new Label(size);
        sizeLabel.getStyleClass().add("muted");
        sizeLabel.minWidthProperty().bind(widthOf(sizeLabel, SIZE_WIDTH));
        sizeLabel.prefWidthProperty().bind(widthOf(sizeLabel, SIZE_WIDTH));
        Label place = new Label(where);
        place.getStyleClass().add("muted");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setTooltip(new Tooltip(where));
        HBox.setHgrow(place, Priority.ALWAYS);
        get.setId("get-" + choice.name());
        get.getStyleClass().add("link-button");
        get.setMinWidth(USE_PREF_SIZE);
        get.setOnAction(event -> model.get(choice.name()));
        busy = new Busy("cancel-" + choice.name(), () -> model.cancel(choice.name()));
        HBox line = new HBox(8, name, sizeLabel, place);
        line.setAlignment(Pos.CENTER_LEFT);
        name.setAccessibleText(choice.title() + ", " + size + ", " + where);
        if (missing) {
            line.getChildren().add(get);
        }
        getChildren().addAll(line, busy);
        show();
    }

    private static DoubleBinding widthOf(Labeled words, double heights) {
        return Bindings.createDoubleBinding(() -> heights * words.getFont().getSize(), words.fontProperty());
    }

    /** Shows what is chosen and how the download stands. */
    void show() {
        name.setSelected(choice.equals(model.choiceProperty().get()));
        Optional<Download> download = missing
                ? Optional.ofNullable(model.downloads().get(choice.turned(false).name()))
                : Optional.empty();
        boolean running = download.map(Download::running).orElse(false);
        get.setVisible(!running);
        get.setManaged(!running);
        get.setText(download.isEmpty() ? "Get… " + size : download.get().problem() ? "Try again" : "Resume");
        get.setAccessibleText(get.getText() + " " + choice.title());
        if (download.isEmpty()) {
            busy.clear();
        } else if (running) {
            busy.running(download.get().words(), download.get().share());
        } else {
            busy.ended(download.get().words(), download.get().problem());
        }
    }

    boolean isChosen() {
        return name.isSelected();
    }

    /** Takes the keyboard. */
    void focus() {
        name.requestFocus();
    }
}
