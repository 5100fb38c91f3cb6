package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.whorl.ui.control.Presence;
import org.whorl.ui.model.run.RunOffer;
import org.whorl.ui.model.run.RunOffers;

/** “Shown: digits-c6, 99.4 % · Next run: C4, 13,600 parameters”, with one button for what is likeliest, and a menu of what else can be done. */
final class RunStrip extends HBox {
    private final RunOffers offers;
    private final Label shown = new Label();
    private final Label next = new Label();
    private final Label notice = new Label();
    private final Button first = new Button();
    private final Tooltip help = new Tooltip();
    private final Set<Label> givenWay = new HashSet<>();
    private final MenuButton others = new MenuButton("more");
    private Optional<RunOffer> last = Optional.empty();
    private Optional<String> interrupted = Optional.empty();
    private List<RunOffer> drawn = List.of();

    RunStrip(RunOffers offers) {
        super(8);
        this.offers = offers;
        getStyleClass().add("run-strip");
        shown.setId("strip-shown");
        next.setId("strip-next");
        notice.setId("strip-notice");
        notice.getStyleClass().add("notice");
        first.setId("offer");
        first.setTooltip(help);
        first.setMinWidth(USE_PREF_SIZE);
        others.setId("more-offers");
        others.getStyleClass().add("link-button");
        others.setMinWidth(USE_PREF_SIZE);
        others.setTooltip(new Tooltip("What else can be done"));
        for (Label label : List.of(shown, next, notice)) {
            Tooltip whole = new Tooltip();
            whole.textProperty().bind(label.textProperty());
            label.setTooltip(whole);
        }
        getChildren().addAll(shown, next, notice, first, others);
        update();
    }

    /**
     * Offers besides to open what was shown last time; empty not to.
     *
     * @param words what was not brought to its end then, which comes first; empty where nothing was
     */
    void setLast(Optional<RunOffer> open, Optional<String> words) {
        last = open;
        interrupted = words;
        update();
    }

    /** Says how things stand now. */
    void update() {
        say(shown, offers.shown().isEmpty() ? "" : "Shown: " + offers.shown());
        say(next, offers.next().isEmpty() ? "" : "· Next run: " + offers.next());
        String words = offers.notice().isEmpty() ? interrupted.orElse("") : offers.notice();
        say(notice, words.isEmpty() ? "" : "· " + words);
        List<RunOffer> now = offers();
        List<String> was = drawn.stream().map(o -> o.id() + o.words()).toList();
        if (!was.equals(now.stream().map(o -> o.id() + o.words()).toList()) || now.isEmpty()) {
            draw(now);
        }
        drawn = now;
    }

    private void draw(List<RunOffer> now) {
        Presence.show(first, !now.isEmpty());
        now.stream().findFirst().ifPresent(offer -> {
            first.setText(offer.words());
            first.setAccessibleHelp(offer.help());
            help.setText(offer.help());
            first.setOnAction(e -> offer.action().run());
        });
        Presence.show(others, now.size() > 1);
        others.getItems()
                .setAll(now.stream()
                        .skip(1)
                        .map(offer -> {
                            MenuItem item = new MenuItem(offer.words());
                            item.setId(offer.id());
                            item.setOnAction(e -> offer.action().run());
                            return item;
                        })
                        .toList());
    }

    /** What can be done, the likeliest first. */
    List<RunOffer> offers() {
        List<RunOffer> now = new ArrayList<>(offers.now());
        last.ifPresent(open -> now.add(interrupted.isPresent() ? 0 : now.size(), open));
        return now;
    }

    /** What may be left out where there is no room for all of it, what is missed least first. */
    List<Label> leastMissed() {
        return List.of(next, shown, notice);
    }

    /** How wide its buttons are, which never give way. */
    double buttonsWidth() {
        return Stream.of(first, others)
                .filter(Node::isManaged)
                .mapToDouble(button -> button.prefWidth(-1) + getSpacing())
                .sum();
    }

    /** Leaves these out, and nothing else that it has to say. */
    void leaveOut(Set<Label> labels) {
        if (!labels.equals(givenWay)) {
            givenWay.clear();
            givenWay.addAll(labels);
            List.of(shown, next, notice).forEach(this::showWhereRoom);
        }
    }

    private void showWhereRoom(Label label) {
        Presence.show(label, !label.getText().isEmpty() && !givenWay.contains(label));
    }

    private void say(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
        showWhereRoom(label);
    }
}
