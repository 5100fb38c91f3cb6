package org.whorl.ui.codes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;

import org.whorl.data.DatasetInfo;
import org.whorl.data.Datasets;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.ui.run.DataShelf;
import org.whorl.ui.settings.DataChoice;

/** Chooses the set whose test images can be looked at: the network's own, or any other that is on this machine. */
final class SetBox extends ComboBox<String> {
    private static final String OWN = "the network’s own images";
    private static final long SEED = 1;

    private final CodesModel model;
    private final DataShelf shelf;
    private boolean looked;

    SetBox(CodesModel model, DataShelf shelf) {
        this.model = model;
        this.shelf = shelf;
        getItems().setAll(OWN, "digits", "rot-digits");
        setValue(OWN);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("small-combo", "set-box");
        setAccessibleText("The set whose test images are looked at");
        setOnShowing(event -> look());
        valueProperty().addListener((o, was, is) -> choose(is));
    }

    /** Looks once, in the background, which sets are on this machine. */
    private void look() {
        if (!looked) {
            looked = true;
            CompletableFuture.supplyAsync(() -> Datasets.list().stream()
                            .filter(info -> info.available() && !info.builtIn())
                            .map(DatasetInfo::name)
                            .toList())
                    .thenAccept(names -> Platform.runLater(() -> add(names)));
        }
    }

    private void add(List<String> names) {
        names.stream().filter(name -> !getItems().contains(name)).forEach(getItems()::add);
    }

    private void choose(String name) {
        if (name.equals(OWN)) {
            show(Optional.empty());
            return;
        }
        setDisable(true);
        shelf.get(new DataChoice(name, Optional.empty()), SEED, Progress.NONE)
                .whenComplete((set, failure) -> Platform.runLater(() -> {
                    setDisable(false);
                    if (failure == null) {
                        show(Optional.of(set));
                    } else {
                        setValue(OWN);
                        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                        model.setProblem(String.valueOf(cause.getMessage()));
                    }
                }));
    }

    private void show(Optional<TrainTest> set) {
        model.setProperty().set(set);
        model.choose(0);
    }
}
