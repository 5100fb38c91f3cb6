package org.whorl.ui.view.networks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Presence;

/** One card, filled again and again while one scrolls. */
final class CardTile extends HBox {
    /** Of every card, so that the list knows where each is without having made it. */
    static final double HEIGHT = 128;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("'today' HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ImageView picture = new ImageView();
    private final Label title = new Label();
    private final Label accuracy = new Label();
    private final Label network = new Label();
    private final Label learned = new Label();
    private final Label when = new Label();
    private final Label notice = new Label();
    private final CheckBox compare = new CheckBox();
    private final Tooltip tip = new Tooltip();
    private String facts = "";
    private final CardsModel model;
    private final Predicate<String> lacking;
    private Optional<NetworkCard> card = Optional.empty();

    /**
     * An empty card.
     *
     * @param lacking whether a set's images are not on this machine
     * @param open opens the network
     */
    CardTile(CardsModel model, Predicate<String> lacking, Runnable open) {
        this.model = model;
        this.lacking = lacking;
        getStyleClass().addAll("card", "network-card");
        setSpacing(12);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        setPrefWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        picture.setFitWidth(CardPicture.SIDE);
        picture.setFitHeight(CardPicture.SIDE);
        StackPane frame = new StackPane(picture);
        frame.setMinWidth(CardPicture.SIDE);
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        accuracy.getStyleClass().add("strong");
        accuracy.setMinWidth(Region.USE_PREF_SIZE);
        for (Label label : new Label[] {network, learned, when}) {
            label.getStyleClass().add("muted");
            label.setMinWidth(0);
        }
        notice.getStyleClass().add("notice");
        notice.setMinWidth(0);
        notice.setWrapText(true);
        compare.setText("Compare");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        // The list has the focus, and Space chooses there.
        compare.setFocusTraversable(false);
        compare.setOnAction(e -> card.ifPresent(model::choose));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, accuracy);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Region gapBelow = new Region();
        HBox.setHgrow(gapBelow, Priority.ALWAYS);
        HBox foot = new HBox(8, notice, gapBelow, compare);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, head, network, learned, when, space, foot);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(frame, words);
        setOnMouseClicked(
                e -> card.filter(c -> e.getButton() == MouseButton.PRIMARY).ifPresent(c -> {
                    model.goTo(c);
                    if (e.getClickCount() == 2) {
                        open.run();
                    }
                }));
        Tooltip.install(this, tip);
    }

    /** Shows a card, or an empty place beside the last one. */
    void show(Optional<NetworkCard> next) {
        card = next;
        setVisible(next.isPresent());
        next.ifPresent(this::fill);
        mark();
    }

    private void fill(NetworkCard now) {
        picture.setImage(now.picture().orElse(null));
        title.setText(now.title());
        accuracy.setText(now.network().map(NetworkFacts::percent).orElse(""));
        network.setText(now.network()
                .map(n -> n.group() + n.data().map(d -> " · " + d).orElse(""))
                .orElse("cannot be opened"));
        learned.setText(now.network().map(n -> n.objective() + " · " + n.size()).orElse(""));
        String training = now.network().map(NetworkFacts::training).orElse("");
        when.setText(Stream.of(now.changed().map(CardTile::day).orElse(now.isOwn() ? "" : "comes with Whorl"), training)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        boolean interrupted = now.network().filter(NetworkFacts::isInterrupted).isPresent();
        Optional<String> needs = now.network().flatMap(NetworkFacts::data).filter(lacking);
        String remark = !now.problem().isEmpty()
                ? now.problem()
                : interrupted ? "can go on" : needs.map(set -> "needs " + set).orElse("");
        notice.setText(remark);
        notice.setVisible(!remark.isEmpty());
        notice.setManaged(!remark.isEmpty());
        Presence.show(compare, now.isWhole());
        facts = now.title()
                + now.network().map(n -> "\n" + n.words()).orElse("")
                + (now.isOwn() ? "\n" + now.source().place() : "")
                + (now.problem().isEmpty() ? "" : "\n" + now.problem())
                + needs.map(set -> "\nIts images, " + set + ", are not on this machine: Data can get them.")
                        .orElse("")
                + (now.isOwn() ? "" : "\nHow its filters formed was not kept.");
    }

    private static String day(Instant changed) {
        ZonedDateTime at = changed.atZone(ZoneId.systemDefault());
        return at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TODAY.format(at) : DAY.format(at);
    }

    /** Shows whether it is current, and chosen. */
    void mark() {
        boolean current = card.filter(c -> model.currentProperty().get().equals(Optional.of(c.source())))
                .isPresent();
        boolean chosen = card.filter(c -> model.chosenProperty().get().contains(c.source()))
                .isPresent();
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(CHOSEN, chosen);
        compare.setSelected(chosen);
        boolean full = !chosen && model.isFull();
        compare.setDisable(full);
        // What is disabled has no tooltip of its own: the card's says it first.
        tip.setText(
                full
                        ? "At most " + CardsModel.MOST_COMPARED + " are compared: take one of the others away first.\n"
                                + facts
                        : facts);
    }
}
