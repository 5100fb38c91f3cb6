package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

import org.whorl.data.DatasetInfo;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.ui.control.Busy;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.task.BackgroundJob;
import org.whorl.ui.task.FxTimer;

/** Chooses the set whose test images can be looked at: the network's own, or any other that is on this machine. */
final class SetBox extends ComboBox<String> {
    private static final String OWN = "the network’s own images";

    /** Milliseconds that reading may take before anything is said of it. */
    private static final long SHORT = 400;

    private final InputModel model;
    private final SelectedDataset sets;
    private final Busy reading = new Busy("cancel-set", () -> setValue(OWN));
    private final BackgroundJob<List<String>> looking = new BackgroundJob<>("whorl-sets", Platform::runLater);
    private AtomicBoolean wanted = new AtomicBoolean();
    private boolean looked;
    private String chosen = OWN;
    private boolean following;

    /**
     * A box.
     *
     * @param sets reads sets
     */
    SetBox(InputModel model, SelectedDataset sets) {
        this.model = model;
        this.sets = sets;
        getItems().setAll(OWN, "digits", "rot-digits");
        setValue(OWN);
        // The usual cell forgets the words that stand in for a value, once there was one.
        setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? getPromptText() : item);
            }
        });
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("small-combo", "set-box");
        setAccessibleText("The set whose test images are looked at");
        setOnShowing(event -> look());
        valueProperty().addListener((o, was, is) -> {
            if (!following && is != null) {
                chosen = is;
                choose(is);
            }
        });
        model.inputProperty().addListener((o, was, is) -> follow(is));
    }

    /** Says what is shown instead where it is no image of a set, so that a set can be chosen again, the same one too. */
    private void follow(CodeInput input) {
        boolean other = input != null && !input.isOfSet() && !model.lacksImages();
        String instead = !other ? "" : input.isDrawing() ? "a drawing" : input.name();
        if (instead.equals(getPromptText() == null ? "" : getPromptText())) {
            return;
        }
        following = true;
        // The words in a closed box are made when its value changes.
        setValue(chosen);
        setPromptText(instead);
        setValue(other ? null : chosen);
        following = false;
    }

    /** Looks once, in the background, which sets are on this machine. */
    private void look() {
        if (!looked) {
            looked = true;
            looking.replace(
                    "",
                    report -> Datasets.list().stream()
                            .filter(DatasetInfo::available)
                            .map(DatasetInfo::name)
                            .toList(),
                    this::add);
        }
    }

    private void add(List<String> names) {
        names.stream().filter(name -> !getItems().contains(name)).forEach(getItems()::add);
    }

    /** How far the reading of a set has come, with a button to cancel it; takes no room while nothing is read. */
    Node reading() {
        return reading;
    }

    private void choose(String name) {
        wanted.set(false);
        reading.clear();
        if (name.equals(OWN)) {
            show(Optional.empty());
            return;
        }
        AtomicBoolean mine = new AtomicBoolean(true);
        wanted = mine;
        FxTimer.run(SHORT, () -> {
            if (mine.get()) {
                reading.running("reading " + name + " …", -1);
            }
        });
        sets.load(
                new DataChoice(name, Optional.empty()),
                mine,
                (words, share) -> {
                    if (mine.get() && reading.isVisible()) {
                        reading.running(words, share);
                    }
                },
                (set, problem) -> {
                    if (mine.getAndSet(false)) {
                        ended(set, problem);
                    }
                });
    }

    private void ended(TrainTest set, String problem) {
        reading.clear();
        if (set != null) {
            show(Optional.of(set));
        } else {
            setValue(OWN);
            model.setProblem(problem);
        }
    }

    private void show(Optional<TrainTest> set) {
        model.setProperty().set(set);
        model.choose(0);
    }
}
