package org.whorl.ui.view.symmetry.spin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.figure.SheetFigure;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.FrameClock;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.task.Throttle;

/** Plain or invariant? A digit that spins, between two networks whose answers draw a curve each. */
public final class SpinView extends ScrollPane {
    private static final double LEAST_PLOT = 140;
    /** What stands above and below a plot in its card, and around the cards, besides the digit and the words below. */
    private static final double AROUND = 136;
    /** Where it is lower than this, as beneath a lesson, the words below give way to the plots. */
    private static final double LOW = 480;

    private static final double GAP = 12;
    /** Where all three stand beside one another: the digit's part of the width, in per cent. */
    private static final double DIGIT_SHARE = 25;

    private static final double LEAST_WIDTH_OF_THREE = 760;

    private static final Duration BETWEEN_STATES = Duration.seconds(1);

    private final LabState lab;
    private final SpinModel model;
    private final FrameClock clock;
    private final Repainter painting;
    private final List<SideCard> cards;
    private final DigitCard digit;
    private final GridPane places = new GridPane();
    private final Label explanation = new Label();
    private boolean seen;
    private boolean held;

    /** A view that begins to spin when it is first seen, unless the desktop asks for less motion. */
    public SpinView(LabState lab) {
        this.lab = lab;
        model = new SpinModel(lab, Platform::runLater);
        clock = new FrameClock(model::advance);
        getStyleClass().addAll("plain-scroll", "spin-view");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        SideCard left = new SideCard(model, model.sides().get(0), "left");
        SideCard right = new SideCard(model, model.sides().get(1), "right");
        cards = List.of(left, right);
        digit = new DigitCard(model, new ExportMenu(this::content));
        places.setHgap(16);
        places.setVgap(GAP);
        places.getChildren().addAll(digit, left, right);
        for (SideCard card : cards) {
            card.setMinWidth(0);
            GridPane.setFillHeight(card, true);
        }
        stand(false);
        VBox content = new VBox(GAP, places, explanation());
        content.getStyleClass().add("view-content");
        setContent(content);

        painting = new Repainter(this, this::paint);
        painting.requestOn(
                model.changesProperty(),
                model.degreesProperty(),
                model.networksProperty(),
                model.problemProperty(),
                lab.darkProperty(),
                viewportBoundsProperty());
        painting.request();
        painting.showingProperty().addListener(o -> seen());
        model.playingProperty().addListener(o -> run());
        lab.stillProperty().addListener(o -> stillChanged());
        Throttle retaking = new Throttle(BETWEEN_STATES, painting.showingProperty(), model::retakeShown);
        lab.shownProperty().addListener(o -> {
            if (model.asksShown()) {
                retaking.request();
            }
        });
        seen();
    }

    /** Spins, or stands. */
    public void play(boolean wanted) {
        model.playingProperty().set(wanted);
    }

    /** Sets the digit upright and keeps it there until somebody lets it spin, or lets it spin by itself. */
    public void hold(boolean wanted) {
        held = wanted;
        if (held) {
            play(false);
            model.degreesProperty().set(0);
        } else {
            stillChanged();
        }
    }

    /** Puts a digit of this class between the networks that it began with, by the rule of the first one. */
    public void setDigit(int label) {
        model.sides().forEach(SpinSide::askUsual);
        model.labelProperty().set(label);
    }

    private void seen() {
        if (painting.showingProperty().get() && !seen) {
            seen = true;
            model.begin();
            stillChanged();
        }
        run();
    }

    /** What must not move by itself asks at all angles at once instead. */
    private void stillChanged() {
        if (seen) {
            model.playingProperty().set(!held && !lab.stillProperty().get());
            if (lab.stillProperty().get()) {
                model.askAll();
            }
        }
    }

    /** The digit above the two networks, or, where that would leave their curves no height, left of them. */
    private void stand(boolean column) {
        digit.stand(column);
        cards.forEach(card -> card.setNarrow(column));
        GridPane.setConstraints(digit, 0, 0, column ? 1 : 2, 1);
        GridPane.setConstraints(cards.get(0), column ? 1 : 0, column ? 0 : 1);
        GridPane.setConstraints(cards.get(1), column ? 2 : 1, column ? 0 : 1);
        places.getColumnConstraints().clear();
        for (int i = 0; i < (column ? 3 : 2); i++) {
            ColumnConstraints each = new ColumnConstraints();
            each.setPercentWidth(!column ? 50 : i == 0 ? DIGIT_SHARE : (100 - DIGIT_SHARE) / 2);
            places.getColumnConstraints().add(each);
        }
        // It is painted after the layout of its frame: heights of the narrow column must not be taken for those of the
        // line.
        Platform.runLater(digit::requestLayout);
    }

    private void run() {
        clock.run(model.playingProperty().get() && painting.showingProperty().get());
        painting.request();
    }

    private Label explanation() {
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        explanation.getStyleClass().add("muted");
        explanation.managedProperty().bind(explanation.visibleProperty());
        return explanation;
    }

    private void paint() {
        boolean dark = lab.darkProperty().get();
        int degrees = model.wholeDegrees();
        double height = getViewportBounds().getHeight();
        explanation.setText(
                "Each curve is the probability that a network gives to what the digit is, by angle: at the rim it is sure,"
                        + " at the centre it has lost it. Along the arc outside it names the digit rightly."
                        + (model.haveLearnedUpright() ? " Both learned upright digits only." : ""));
        explanation.setVisible(height >= LOW);
        boolean column = height < LOW && getViewportBounds().getWidth() >= LEAST_WIDTH_OF_THREE;
        if (column != digit.isColumn()) {
            stand(column);
        }
        digit.show(degrees, dark, height);
        double below = explanation.isVisible() ? GAP + explanation.getHeight() : 0;
        double above = column ? 0 : digit.getHeight() + GAP;
        double size = Math.max(LEAST_PLOT, height - AROUND - above - below);
        for (SideCard card : cards) {
            card.offer(model.networksProperty().get());
            card.setPlotSize(size);
            card.show(degrees, dark);
        }
        if (lab.stillProperty().get() && !model.playingProperty().get()) {
            model.askAll();
        }
    }

    /** Both curves on one sheet, and their numbers. */
    private Optional<ExportMenu.Content> content() {
        if (model.sides().stream().anyMatch(side -> side.answers().count() == 0)) {
            return Optional.empty();
        }
        List<SheetFigure.Panel> panels = model.sides().stream()
                .map(side -> new SheetFigure.Panel(side.title(), side.figure().withLegend()))
                .toList();
        String words = model.sides().stream()
                .map(side -> side.title() + ": " + side.score())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Input", model.digitWords());
        about.put(
                "Networks",
                model.sides().stream()
                        .map(SpinSide::title)
                        .reduce((a, b) -> a + "; " + b)
                        .orElseThrow());
        SheetFigure sheet = new SheetFigure("Plain or invariant?", model.digitWords() + ". " + words + ".", panels, 2);
        return Optional.of(new ExportMenu.Content(
                "plain-or-invariant",
                sheet,
                about,
                Optional.empty(),
                Optional.of(out -> out.write(csv().getBytes(StandardCharsets.UTF_8)))));
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("network,degrees,named,probability\n");
        for (SpinSide side : model.sides()) {
            for (int d = 0; d < Answers.ANGLES; d++) {
                int at = d;
                side.answers().at(d).ifPresent(answer -> csv.append(side.asked())
                        .append(',')
                        .append(at)
                        .append(',')
                        .append(answer.named())
                        .append(',')
                        .append(String.format(
                                Locale.ROOT, "%.6g", side.answers().probability(at)))
                        .append('\n'));
            }
        }
        return csv.toString();
    }

    SpinModel model() {
        return model;
    }
}
