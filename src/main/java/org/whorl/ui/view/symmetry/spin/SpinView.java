package org.whorl.ui.view.symmetry.spin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.SheetFigure;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.task.FrameClock;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.task.Throttle;

/** Plain or invariant? A digit that spins, between two networks whose answers draw a curve each. */
public final class SpinView extends ScrollPane {
    private static final double LEAST_PLOT = 140;
    /** What stands above and below a plot in its card, and around the cards, besides the digit and the words below. */
    private static final double AROUND = 194;
    /** Where it is lower than this, as beneath a lesson, the words below give way to the plots. */
    private static final double LOW = 480;

    private static final double GAP = 12;
    /** The digit's share of the height, as far as whole multiples of its pixels allow. */
    private static final double PICTURE_SHARE = 0.17;

    private static final Duration BETWEEN_STATES = Duration.seconds(1);

    private final LabState lab;
    private final SpinModel model;
    private final FrameClock clock;
    private final Repainter painting;
    private final List<SideCard> cards;
    private final TileGrid picture = new TileGrid();
    private final Label angle = new Label();
    private final Label digit = new Label();
    private final Label problem = new Label();
    private final Label explanation = new Label();
    private final Button play = new Button();
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
        HBox row = new HBox(16, left, right);
        for (SideCard card : cards) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setMinWidth(0);
            card.setPrefWidth(320);
        }
        VBox content = new VBox(GAP, top(), row, explanation());
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

    private void run() {
        clock.run(model.playingProperty().get() && painting.showingProperty().get());
        play.setText(model.playingProperty().get() ? "❚❚ Pause" : "▶ Spin");
        painting.request();
    }

    private HBox top() {
        picture.setFocusTraversable(false);
        angle.getStyleClass().add("spin-angle");
        angle.setMinWidth(66);
        digit.getStyleClass().add("muted");
        digit.setMinWidth(0);
        digit.setWrapText(true);
        digit.setMinHeight(USE_PREF_SIZE);
        play.setId("spin-play");
        play.getStyleClass().add("primary");
        play.setPrefWidth(100);
        play.setTooltip(new Tooltip("Let the digit spin, or hold it; a drag on a plot turns it by hand"));
        play.setOnAction(e -> play(!model.playingProperty().get()));
        Button another = new Button("Another");
        another.setId("spin-another");
        another.setTooltip(new Tooltip("The next test image of this class, whatever the networks say of it"));
        another.setOnAction(e -> model.another());
        LabelledChoice<SpinSpeed> speed = LabelledChoice.of(
                "", model.speedProperty(), each -> each.label() + " speed", List.of(SpinSpeed.values()));
        LabelledChoice<Integer> label = LabelledChoice.of(
                "digit:",
                model.labelProperty(),
                String::valueOf,
                IntStream.range(0, 10).boxed().toList());
        label.box().setId("spin-digit");
        speed.box().setId("spin-speed");
        FlowPane controls = new FlowPane(play, speed, label, another);
        controls.getStyleClass().add("view-toolbar");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        HBox which = new HBox(8, angle, digit);
        which.setAlignment(Pos.BASELINE_LEFT);
        VBox words = new VBox(8, which, controls, problem);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        ExportMenu export = new ExportMenu(this::content);
        export.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(16, picture, words, export.message(), export);
        box.getStyleClass().addAll("card", "spin-top");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
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
        double below = explanation.isVisible() ? GAP + explanation.getHeight() : 0;
        double size = Math.max(LEAST_PLOT, height - AROUND - below - picture.getHeight());
        for (SideCard card : cards) {
            card.offer(model.networksProperty().get());
            card.setPlotSize(size);
            card.show(degrees, dark);
        }
        angle.setText(degrees + "°");
        digit.setText(model.digitWords());
        problem.setText(model.problemProperty().get());
        problem.setVisible(!problem.getText().isEmpty());
        model.digitProperty().get().ifPresent(d -> showDigit(d, degrees, dark));
        if (lab.stillProperty().get() && !model.playingProperty().get()) {
            model.askAll();
        }
    }

    private void showDigit(CodeInput input, int degrees, boolean dark) {
        ImageShape shape = input.shape();
        float[] turned = new float[shape.size()];
        ImageRotation.turn(input.pixels(), 0, turned, 0, shape, degrees);
        int side = (int) Math.max(2, PICTURE_SHARE * getViewportBounds().getHeight() / shape.height());
        int width = side * shape.width();
        int height = side * shape.height();
        picture.show(
                TileContent.single(
                        new Tiles(turned, 1, shape.channels(), shape.height(), shape.width()),
                        1,
                        new Coloring(Palette.GREY, dark, false)),
                new TileGeometry(1, 1, width, height, width, height));
        picture.setAccessibleText(model.digitWords() + ", turned by " + degrees + "°");
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
