package org.whorl.ui.window;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.view.networks.CardsModel;
import org.whorl.ui.view.networks.CardsView;

/** Runs and models as cards, over the window; Escape or a click beside it goes back to the view one was in. */
final class NetworksSheet extends StackPane {
    private static final double MARGIN = 28;

    private final CardsModel model;
    private final Supplier<CardsView> making;
    private CardsView view;
    private final BooleanSupplier dark;
    private Node focusedBefore;

    /**
     * A sheet that is closed.
     *
     * @param lacking whether a set's images are not on this machine
     * @param open opens a network
     * @param compare compares networks
     * @param dark whether the window is dark
     */
    NetworksSheet(
            CardsModel model,
            Predicate<String> lacking,
            Consumer<ModelSource> open,
            Consumer<List<ModelSource>> compare,
            BooleanSupplier dark) {
        this.model = model;
        this.dark = dark;
        making = () -> new CardsView(
                model,
                lacking,
                network -> {
                    close();
                    open.accept(network);
                },
                networks -> {
                    close();
                    compare.accept(networks);
                },
                this::close);
        getStyleClass().add("networks-sheet");
        setId("networks");
        setPadding(new Insets(MARGIN));
        setVisible(false);
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        // Before lists and fields, which keep Escape to themselves.
        sceneProperty().addListener((o, was, is) -> is.addEventFilter(KeyEvent.KEY_PRESSED, this::escape));
    }

    private void escape(KeyEvent e) {
        if (isVisible() && e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        }
    }

    /** Looks what there is, and shows it. */
    void open() {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        if (view == null) {
            view = making.get();
        }
        getChildren().setAll(view);
        model.refresh(dark.getAsBoolean());
        setVisible(true);
        view.begin();
    }

    private void close() {
        setVisible(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
    }
}
