package org.whorl.ui.view.generator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.whorl.data.DatasetInfo;
import org.whorl.figure.Numbers;
import org.whorl.group.Generator;
import org.whorl.ui.control.Busy;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Presence;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.BackgroundJob;

/** Pairs of pictures to learn a matrix from: which set, and what was done to the partners. */
final class PairsCard extends VBox {
    private final PairsModel model;
    private final Button learn = new Button();
    private final Button keep = new Button("Keep A …");
    private final Button train = new Button("Train with this generator");
    private final Consumer<Generator> training;
    private final Busy busy;
    private final Label words = new Label();
    private final Label kept = new Label();
    private final Label others = new Label();

    /**
     * @param training begins a run whose copies are made by a matrix; refuses one in words by an IllegalArgumentException
     */
    PairsCard(
            PairsModel model,
            Settings settings,
            ReadOnlyObjectProperty<List<DatasetInfo>> sets,
            Consumer<Generator> training) {
        this.model = model;
        this.training = training;
        setMinWidth(0);
        busy = new Busy("cancel-generator", model::cancel);
        Label what = new Label(
                "From pictures and their partners, each the same picture turned, a matrix A is computed that takes one to the"
                        + " other; nothing says how turning works. If A, used again and again, comes back to the start, its eigenvalues say"
                        + " after how many times: that is the order of its group. Not only rotations make a group: choose mirrored, or"
                        + " shifted. Pictures without partners do not tell A: one that is learned together with filters explains them"
                        + " nearly as well, and need not be a rotation.");
        what.getStyleClass().add("muted");
        others.setId("generator-others");
        others.getStyleClass().add("notice");
        for (Label label : List.of(what, words, kept, others)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        words.setId("generator-words");
        kept.setId("generator-kept");
        kept.getStyleClass().add("muted");
        learn.setId("learn-pairs");
        learn.setOnAction(e -> model.learn());
        keep.setId("keep-generator");
        keep.setOnAction(e -> keep());
        train.setId("train-with-generator");
        train.setOnAction(e -> train());
        train.setMinWidth(USE_PREF_SIZE);
        learn.setMinWidth(USE_PREF_SIZE);
        keep.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .add(new Card(
                        "From pairs",
                        new Label(),
                        new VBox(10, what, choices(settings, sets), busy, words, others, kept)));
        model.stateProperty().addListener((o, was, is) -> show(is));
        model.resultProperty().addListener((o, was, is) -> tell(is));
        Runnable compare = () -> tellOthers(model.chosenSince());
        settings.dataProperty().addListener(o -> compare.run());
        settings.network().groupProperty().addListener(o -> compare.run());
        for (ObservableValue<?> part : List.of(
                model.setProperty(),
                model.kindProperty(),
                model.downProperty(),
                model.rightProperty(),
                model.factorProperty())) {
            part.addListener((o, was, is) -> compare.run());
        }
        show(model.stateProperty().get());
        tell(model.resultProperty().get());
    }

    private Node choices(Settings settings, ReadOnlyObjectProperty<List<DatasetInfo>> sets) {
        LabelledChoice<Optional<String>> set = new LabelledChoice<>(
                "patches of:",
                model.setProperty(),
                name -> name.orElseGet(
                        () -> "the chosen set, " + settings.dataProperty().get().title()));
        Runnable offer = () -> {
            List<Optional<String>> all = new ArrayList<>();
            all.add(Optional.empty());
            sets.get().stream()
                    .filter(DatasetInfo::available)
                    .map(info -> Optional.of(info.name()))
                    .forEach(all::add);
            Optional<String> now = model.setProperty().get();
            set.box().getItems().setAll(all);
            model.setProperty().set(all.contains(now) ? now : Optional.empty());
        };
        sets.addListener(o -> offer.run());
        settings.dataProperty().addListener(o -> offer.run());
        offer.run();
        LabelledChoice<PairKind> kind =
                LabelledChoice.of("partners:", model.kindProperty(), PairKind::label, List.of(PairKind.values()));
        kind.box().setId("pair-kind");
        LabelledChoice<Integer> down =
                LabelledChoice.of("down:", model.downProperty(), PairsCard::pixels, PairsModel.PIXELS);
        LabelledChoice<Integer> right =
                LabelledChoice.of("right:", model.rightProperty(), PairsCard::pixels, PairsModel.PIXELS);
        LabelledChoice<Double> factor =
                LabelledChoice.of("by:", model.factorProperty(), f -> "× " + Numbers.format(f), PairsModel.FACTORS);
        Button pictures = folder("Pictures", "A folder of pictures", model.picturesProperty());
        Button partners =
                folder("Partners", "A folder of their partners, with the same names", model.partnersProperty());
        Runnable fit = () -> {
            boolean folders = model.kindProperty().get() == PairKind.FOLDERS;
            Presence.show(set, !folders);
            Presence.show(List.of(pictures, partners), folders);
            enable();
            Presence.show(List.of(down, right), model.kindProperty().get() == PairKind.SHIFT);
            Presence.show(factor, model.kindProperty().get() == PairKind.SCALE);
        };
        model.kindProperty().addListener(o -> fit.run());
        model.picturesProperty().addListener(o -> enable());
        model.partnersProperty().addListener(o -> enable());
        fit.run();
        FlowPane line = new FlowPane(12, 8, set, kind, down, right, factor, pictures, partners, learn, train, keep);
        line.getStyleClass().add("view-toolbar");
        return line;
    }

    private static Button folder(String name, String title, ObjectProperty<Optional<Path>> folder) {
        Button button = new Button();
        Runnable say = () -> button.setText(
                name + folder.get().map(f -> ": " + f.getFileName()).orElse(" …"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            Optional.ofNullable(chooser.showDialog(button.getScene().getWindow()))
                    .ifPresent(chosen -> folder.set(Optional.of(chosen.toPath())));
        });
        folder.addListener(o -> say.run());
        say.run();
        return button;
    }

    private void enable() {
        learn.setDisable(model.stateProperty().get().running() || !model.isComplete());
        learn.setText(
                model.kindProperty().get() == PairKind.FOLDERS
                        ? "Learn A from these pairs"
                        : String.format(Locale.ROOT, "Learn A from %,d pairs", PairsModel.PAIRS));
    }

    private static String pixels(int count) {
        return (count < 0 ? "−" : "") + Math.abs(count) + " px";
    }

    private void show(BackgroundJob.State state) {
        if (state.running()) {
            busy.running(state.words(), state.share());
            // A button that is disabled lets the focus go on to the next, and a second Space would press that.
            if (learn.isFocused()) {
                busy.focusCancel();
            }
        }
        enable();
        if (state.running()) {
            return;
        }
        if (busy.hasFocusedCancel()) {
            learn.requestFocus();
        }
        if (state.line().isEmpty()) {
            busy.clear();
        } else {
            busy.ended(state.line(), !state.problem().isEmpty());
        }
    }

    private void tell(Optional<PairsModel.Result> result) {
        Presence.show(List.of(words, keep, train), result.isPresent());
        kept.setText("");
        Presence.show(kept, false);
        words.setText(result.map(PairsWords::of).orElse(""));
        tellOthers(model.chosenSince());
    }

    /** What A was learned from stays said; where other pairs are chosen now, that is said beside it. */
    private void tellOthers(Optional<String> chosen) {
        others.setText(chosen.map(pairs -> "Chosen now: " + pairs + ". Learn again for an A of these.")
                .orElse(""));
        Presence.show(others, chosen.isPresent());
    }

    /** With the chosen set's images, and in filters of the size of the pairs. */
    private void train() {
        try {
            training.accept(model.generator());
            Presence.show(kept, false);
        } catch (IllegalArgumentException e) {
            kept.setText(BackgroundJob.problem(e));
            Presence.show(kept, true);
        }
    }

    private void keep() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Keep the generator");
        chooser.setInitialFileName("A.npz");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("NumPy archives", "*.npz"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> {
                    try {
                        model.keep(file);
                        kept.setText("Kept as " + file
                                + "; whorl train --generator makes copies with it, and numpy.load opens it.");
                    } catch (IOException e) {
                        kept.setText(BackgroundJob.problem(e));
                    }
                    Presence.show(kept, true);
                });
    }
}
