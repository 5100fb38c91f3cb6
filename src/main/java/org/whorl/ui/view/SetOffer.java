package org.whorl.ui.view;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.whorl.data.DatasetInfo;
import org.whorl.ui.control.Busy;
import org.whorl.ui.model.data.Download;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.DataChoice;

/**
 * Stands where images are lacking: says so, and offers to choose the set that they are in, or to download it where it is not on this
 * machine. Takes no room while there is nothing to offer.
 */
public final class SetOffer extends VBox {
    private final SetsModel model;
    private final Label words = new Label();
    private final Button get = new Button();
    private final Busy busy;
    private Optional<String> wanted = Optional.empty();

    /** Offers nothing yet. */
    public SetOffer(SetsModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("set-offer");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        get.setMinWidth(USE_PREF_SIZE);
        get.setOnAction(event -> get());
        busy = new Busy("cancel-offered-set", () -> wanted.ifPresent(model::cancel));
        getChildren().addAll(words, get, busy);
        InvalidationListener changed = o -> show();
        model.setsProperty().addListener(changed);
        model.choiceProperty().addListener(changed);
        model.downloads().addListener((MapChangeListener<String, Download>) change -> show());
        offer("", Optional.empty());
    }

    /**
     * Offers a set.
     *
     * @param why what is lacking, in a sentence; empty to offer nothing
     * @param set its name; empty where it is not known, or it is none that can be had
     */
    public void offer(String why, Optional<String> set) {
        words.setText(why);
        setVisible(!why.isEmpty());
        setManaged(!why.isEmpty());
        wanted = set.filter(name -> !name.contains(":"));
        show();
    }

    private Optional<DatasetInfo> info() {
        return wanted.flatMap(name -> model.setsProperty().get().stream()
                .filter(info -> info.name().equals(name))
                .findFirst());
    }

    private void get() {
        info().ifPresent(info -> {
            // Chosen first: what is chosen is read as soon as it has come.
            model.choiceProperty().set(new DataChoice(info.name(), Optional.empty()));
            if (!info.available()) {
                model.get(info.name());
            }
        });
    }

    private void show() {
        Optional<DatasetInfo> info = info();
        Optional<Download> download = wanted.map(name -> model.downloads()
                .get(new DataChoice(name, Optional.empty()).turned(false).name()));
        boolean running = download.map(Download::running).orElse(false);
        boolean chosen = wanted.filter(
                        name -> model.choiceProperty().get().name().equals(name))
                .isPresent();
        boolean here = info.map(DatasetInfo::available).orElse(false);
        get.setVisible(info.isPresent() && !running && !(here && chosen));
        get.setManaged(get.isVisible());
        info.ifPresent(i -> get.setText(
                here
                        ? "Use " + i.name()
                        : (download.isPresent() ? "Go on getting " : "Get ") + i.name() + " · "
                                + Download.bytes(i.downloadBytes())));
        if (download.isEmpty()) {
            busy.clear();
        } else if (running) {
            busy.running(download.get().words(), download.get().share());
        } else {
            busy.ended(download.get().words(), download.get().problem());
        }
    }

    /** The button that chooses or gets the set. */
    Button button() {
        return get;
    }

    /** What is lacking. */
    public String words() {
        return words.getText();
    }
}
