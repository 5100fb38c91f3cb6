package org.whorl.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Where a card stands in its view, kept free while it stands elsewhere. */
final class Seat {
    private final Region card;
    private final Region place = new Region();
    private final Runnable leaving;
    private final Runnable retaking;

    private Seat(Region card, Runnable leaving, Runnable retaking) {
        this.card = card;
        this.leaving = leaving;
        this.retaking = retaking;
    }

    /** The seat of a card; empty where none can be kept free for it. */
    static Optional<Seat> of(Region card) {
        Seat[] seat = new Seat[1];
        for (Node at = card.getParent(); at != null && seat[0] == null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() == card) {
                seat[0] = new Seat(card, () -> scroll.setContent(seat[0].place), () -> scroll.setContent(seat[0].card));
            } else if (at == card.getParent() && at instanceof BorderPane pane && pane.getCenter() == card) {
                seat[0] = new Seat(card, () -> pane.setCenter(seat[0].place), () -> pane.setCenter(seat[0].card));
            } else if (at == card.getParent()
                    && at instanceof Pane pane
                    && pane.getChildren().contains(card)) {
                seat[0] = new Seat(card, () -> swap(pane, card, seat[0].place), () -> swap(pane, seat[0].place, card));
            }
        }
        return Optional.ofNullable(seat[0]);
    }

    private static void swap(Pane pane, Node out, Node in) {
        int index = pane.getChildren().indexOf(out);
        if (index >= 0) {
            pane.getChildren().set(index, in);
        }
    }

    /** What keeps the seat free. */
    Region place() {
        return place;
    }

    /** The card leaves; what keeps its seat is as large, and grows as it would. */
    void leave() {
        place.getProperties().putAll(card.getProperties());
        place.setMinSize(card.minWidth(-1), card.getHeight());
        place.setPrefSize(card.getWidth(), card.getHeight());
        place.setMaxSize(card.getMaxWidth(), card.getMaxHeight());
        leaving.run();
    }

    /** The card is back. */
    void retake() {
        retaking.run();
    }

    /** The card has taken another seat: this one is no longer kept. */
    void giveUp() {
        if (place.getParent() instanceof Pane pane) {
            pane.getChildren().remove(place);
        }
    }
}
