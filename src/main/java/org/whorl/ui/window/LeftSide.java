package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;
import javafx.util.Duration;

import org.whorl.data.DatasetInfo;
import org.whorl.group.FiniteGroup;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.control.Presence;
import org.whorl.ui.control.Section;
import org.whorl.ui.control.dial.AngleDial;
import org.whorl.ui.control.dial.BaseFilter;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.run.LearnedAngle;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.Throttle;
import org.whorl.ui.view.settings.Arithmetic;
import org.whorl.ui.view.settings.ArithmeticPane;
import org.whorl.ui.view.settings.DataPane;
import org.whorl.ui.view.settings.NetworkPane;
import org.whorl.ui.view.settings.TrainingPane;

/** The left side: data, the dial and its arithmetic, network, training. */
final class LeftSide extends ScrollPane {
    /** As wide as it usually is. */
    static final double WIDTH = 312;
    /** Where nothing in it is cut off. */
    static final double LEAST_WIDTH = 272;
    /** Where it is read from the back of a room. */
    static final double PRESENTING_WIDTH = 372;

    private static final PseudoClass CALLED = PseudoClass.getPseudoClass("called");
    private static final Duration ROSETTE_PACE = Duration.millis(500);

    /** How much larger the dial is for a room full of people. */
    private static final double PRESENTING_DIAL = 1.3;
    /** Lower than this, there is no room for a larger dial. */
    private static final double ROOMY = 580;

    private final AngleDial dial = new AngleDial();
    private final Scale dialSize = new Scale(1, 1);
    private final DataPane data;
    private final ArithmeticPane arithmetic = new ArithmeticPane();
    private final Label otherGroup = new Label();
    private final Section nameForAll;
    private final List<Node> others;
    private Runnable unfolding = () -> {};
    private boolean presenting;

    /**
     * The left side.
     *
     * @param learned what the dial's second hand shows
     * @param shownName the network that is shown, for people
     * @param chooser asks a person for a folder; given a sentence on what is looked for
     */
    LeftSide(
            LabState lab,
            Settings settings,
            SelectedDataset chosen,
            LearnedAngle learned,
            ObservableValue<String> shownName,
            Function<String, Optional<Path>> chooser) {
        getStyleClass().addAll("side", "side-left", "plain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        data = new DataPane(settings, chooser);
        chosen.stateProperty().addListener((o, old, now) -> {
            if (now.data().isPresent()) {
                data.show(now.data().get());
            } else {
                data.say(
                        now.words()
                                + (now.share() > 0 ? String.format(Locale.ROOT, " %.0f %%", 100 * now.share()) : ""),
                        now.problem());
            }
        });
        others = List.of(
                new Section("Data", data), new NetworkPane(settings.network()), new TrainingPane(settings, chooser));
        Label name = new Label();
        name.setId("shown-name");
        name.setWrapText(true);
        name.textProperty().bind(shownName);
        nameForAll = new Section("Shown", name);
        VBox content = new VBox(
                others.get(0),
                nameForAll,
                new Section("Rotation angle", new StackPane(new Group(dial)), otherGroup, arithmetic),
                others.get(1),
                others.get(2));
        Presence.show(nameForAll, false);
        otherGroup.setId("other-group");
        otherGroup.getStyleClass().add("muted");
        otherGroup.setWrapText(true);
        otherGroup.setMaxWidth(Double.MAX_VALUE);
        otherGroup.setAlignment(Pos.CENTER);
        otherGroup.setTextAlignment(TextAlignment.CENTER);
        content.getStyleClass().add("side-content");
        setContent(content);
        viewportBoundsProperty().addListener(o -> sizeDial());

        dial.setId("dial");
        dial.getTransforms().add(dialSize);
        dial.focusedProperty().addListener((o, was, is) -> dial.pseudoClassStateChanged(CALLED, false));
        dial.darkProperty().bind(lab.darkProperty());
        dial.stillProperty().bind(lab.stillProperty());
        dial.kindProperty().bind(settings.network().groupProperty());
        dial.interpolationProperty().bind(settings.network().choice(NetworkSettings.INTERPOLATION));
        dial.degreesProperty().addListener((o, old, now) -> {
            FiniteGroup group = settings.network().groupProperty().get().withAngle(now.intValue());
            // Only where the user turns the dial: settings that are restored turn it, too.
            boolean byHand = !group.equals(settings.network().groupProperty().get());
            settings.network().groupProperty().set(group);
            if (byHand) {
                lab.tryOn(group);
            }
        });
        settings.network().groupProperty().addListener((o, old, now) -> {
            lab.tryNone();
            turnTo(now);
        });
        turnTo(settings.network().groupProperty().get());
        learned.stateProperty().addListener((o, old, now) -> point(now));
        point(learned.stateProperty().get());
        Throttle filter = new Throttle(ROSETTE_PACE, visibleProperty(), () -> dial.filterProperty()
                .set(
                        lab.getShown() == null
                                ? null
                                : BaseFilter.of(
                                        lab.lookedAt(),
                                        lab.selectionProperty().get().layer(),
                                        lab.selectionProperty().get().base())));
        lab.pastProperty().addListener(o -> filter.request());
        lab.shownProperty().addListener(o -> filter.request());
        lab.selectionProperty().addListener(o -> filter.request());
        filter.request();

        lab.shownProperty().addListener(o -> compareGroups(lab, settings));
        settings.network().groupProperty().addListener(o -> compareGroups(lab, settings));
        compareGroups(lab, settings);

        Runnable count = () -> {
            NetworkSpec spec = settings.network().getValue();
            arithmetic.show(Arithmetic.of(spec, settings.network().bank()));
        };
        settings.network().valueProperty().addListener(o -> count.run());
        count.run();
    }

    private void point(Optional<LearnedAngle.State> angle) {
        dial.learnedProperty()
                .set(angle.filter(a -> !a.waits())
                        .map(a -> new AngleDial.Learned(a.degrees(), a.order(), a.trying()))
                        .orElse(null));
    }

    private void turnTo(FiniteGroup group) {
        dial.degreesProperty().set((int) Math.round(group.generatorAngle()));
    }

    /** The dial is for the next run: where the network that is shown has another group, that is said. */
    private void compareGroups(LabState lab, Settings settings) {
        FiniteGroup next = settings.network().groupProperty().get();
        boolean other = lab.getShown() != null && !lab.getShown().spec().group().equals(next);
        if (other) {
            otherGroup.setText(String.format(
                    Locale.ROOT,
                    "The network shown is %s; the dial is set to %s for the next run.",
                    lab.getShown().spec().group().symbol(),
                    next.symbol()));
        }
        Presence.show(otherGroup, other);
    }

    /** Shows nothing but the network's name, the dial and its arithmetic, or everything else too. */
    void present(boolean presenting) {
        Presence.show(others, !presenting);
        Presence.show(nameForAll, presenting);
        if (presenting != this.presenting) {
            this.presenting = presenting;
            setVvalue(0);
        }
        sizeDial();
    }

    /** As large as leaves what is written under it in sight: a lesson takes height, and speaks of both. */
    private void sizeDial() {
        double size = presenting && getViewportBounds().getHeight() >= ROOMY ? PRESENTING_DIAL : 1;
        dialSize.setX(size);
        dialSize.setY(size);
    }

    /** Said how the side comes back where it was folded away. */
    void setUnfolding(Runnable brings) {
        unfolding = brings;
    }

    /** Comes back where it was folded away. */
    void unfold() {
        unfolding.run();
    }

    /** Brings the dial into sight, with the focus and a ring around it until it loses that. */
    void showDial() {
        unfold();
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        Bounds place = getContent().sceneToLocal(dial.localToScene(dial.getBoundsInLocal()));
        double hidden =
                getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            double middle = place.getCenterY() - getViewportBounds().getHeight() / 2;
            setVvalue(getVmax() * Math.max(0, Math.min(1, middle / hidden)));
        }
        dial.requestFocus();
        dial.pseudoClassStateChanged(CALLED, true);
    }

    AngleDial dial() {
        return dial;
    }

    /** What is written under the dial. */
    ArithmeticPane arithmetic() {
        return arithmetic;
    }

    /** Offers these sets. */
    void offer(List<DatasetInfo> sets) {
        data.offer(sets);
    }
}
