package org.whorl.ui.view.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.network.NetworkSpec;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.chart.CurveCard;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.QuietFocus;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.Curves;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.Smoothing;
import org.whorl.ui.task.Throttle;
import org.whorl.ui.view.TrialNotice;

/**
 * Loss and accuracy, the filters as they form, how sparse the codes are, what the optimiser does, and what the last test got wrong. What
 * is scrolled out of sight is not drawn.
 */
public final class TrainingView extends ScrollPane {
    /** Five times a second is smooth enough for a curve. */
    private static final Duration PACE = Duration.millis(200);

    private static final Duration BANK_PACE = Duration.millis(200);

    private static final double LOWEST_CHART = 170;
    private static final double HIGHEST_CHART = 280;
    private static final double CHART_SHARE = 0.29;
    private static final double LOWEST_BANK = 268;
    /** What a card and the view's edges take, so that all of a bank is seen at once. */
    private static final double AROUND_BANK = 150;

    private static final double BANKS_SHARE = 0.5;
    private static final double GAP = 16;
    private static final double TRIAL_GAP = 8;
    /** From this width on the loss stands beside the filters, which take the greater part. */
    private static final double LEAST_LEAD = 640;

    private static final double LEAD_SHARE = 0.58;
    /** What the loss may take of it at most, where its head needs that. */
    private static final double MOST_BESIDE = 0.46;

    private final LabState lab;
    private final RunController runs;
    private final RunCharts charts = new RunCharts(this::provenance);
    private final FormingFilters filters;
    private final TrialNotice trial;
    private final FormingFilters allLayers;
    private final Card allLayersCard;
    private final GridPane lead = new GridPane();
    private final VBox welcome = new VBox();
    private final ActiveCodes active = new ActiveCodes();
    private final ActiveShares measured = new ActiveShares(active::show, active::complain);
    private final TestCards test;
    private final TestReports reports = new TestReports(r -> test().show(r), problem -> test().complain(problem));
    private final ObjectProperty<Smoothing> smoothing = new SimpleObjectProperty<>(Smoothing.MEDIUM);

    /**
     * @param visible whether this view can be seen now
     * @param openImage shows a test image, by its number from 0, in Codes
     */
    public TrainingView(LabState lab, RunController runs, ObservableBooleanValue visible, IntConsumer openImage) {
        this.lab = lab;
        this.runs = runs;
        test = new TestCards(openImage);
        filters = new FormingFilters(lab, true);
        allLayers = new FormingFilters(lab, false);
        allLayersCard = new Card(
                "All layers",
                ExportMenu.beside(new Label(), allLayers::content),
                new VBox(TRIAL_GAP, allLayers, allLayers.scaleLabel()));
        getStyleClass().add("plain-scroll");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        setFitToWidth(true);
        trial = new TrialNotice(lab, runs::start);
        lab.triedProperty().addListener(o -> trial.show(lab));
        Node forming = new Card(
                "Filters, forming",
                ExportMenu.beside(new Label(), filters::content),
                new VBox(TRIAL_GAP, trial, filters, filters.scaleLabel()));
        Node activeCard = new Card("Active codes", muted("share of non-zeros in each layer’s code"), active);
        lead.setHgap(GAP);
        lead.setVgap(GAP);
        lead.addRow(0, forming, charts.beside());
        GridPane.setHgrow(charts.beside(), Priority.ALWAYS);
        VBox content = new VBox(welcome, lead, charts.results(), allLayersCard, activeCard, charts.optimiser(), test);
        charts.accuracy().addTool(smoothingChoice());
        setWelcome(null);
        content.getStyleClass().add("view-content");
        setContent(content);
        // By the room there is, not by the width that the cards have taken.
        viewportBoundsProperty()
                .addListener(o -> arrange(
                        getViewportBounds().getWidth() - content.snappedLeftInset() - content.snappedRightInset()));
        heightProperty().addListener((o, old, now) -> {
            double height = now.doubleValue();
            charts.setChartHeight(Math.max(LOWEST_CHART, Math.min(HIGHEST_CHART, CHART_SHARE * height)));
            allLayers.setRoom(Math.max(LOWEST_BANK, BANKS_SHARE * height));
            fit();
        });
        welcome.heightProperty().addListener(o -> fit());
        welcome.managedProperty().addListener(o -> fit());

        Throttle curves = new Throttle(PACE, visible, this::drawCurves);
        runs.changesProperty().addListener(o -> curves.request());
        vvalueProperty().addListener(o -> curves.request());
        viewportBoundsProperty().addListener(o -> curves.request());
        smoothing.addListener(o -> drawCurves());
        charts.window().changesProperty().addListener(o -> visibleCards().forEach(CurveCard::refresh));
        Throttle banks = new Throttle(BANK_PACE, visible, this::drawFilters);
        lab.shownProperty().addListener((o, was, is) -> {
            banks.request();
            if (was == null || !was.title().equals(is.title())) {
                curves.request();
            }
        });
        // What comes into sight was not drawn while it was out of it.
        vvalueProperty().addListener(o -> banks.request());
        viewportBoundsProperty().addListener(o -> banks.request());
        lab.darkProperty().addListener((o, old, now) -> setDark(now));
        setDark(lab.darkProperty().get());
        curves.request();
        banks.request();
    }

    private double welcomeHeight() {
        return welcome.isManaged() ? welcome.getHeight() + GAP : 0;
    }

    /** How much higher the page is than what is seen of it. */
    private double hidden() {
        double height =
                getContent() == null ? 0 : getContent().getLayoutBounds().getHeight();
        return Math.max(0, height - getViewportBounds().getHeight());
    }

    /** All of the bank is seen at once, with what stands above it. */
    private void fit() {
        filters.setRoom(Math.max(LOWEST_BANK, getHeight() - welcomeHeight() - AROUND_BANK));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node smoothingChoice() {
        LabelledChoice<Smoothing> choice =
                LabelledChoice.of("", smoothing, Smoothing::label, List.of(Smoothing.values()));
        choice.box().setId("smoothing");
        choice.box().setAccessibleText("Smoothing of all curves");
        choice.box().setMinWidth(USE_PREF_SIZE);
        choice.box()
                .setTooltip(new Tooltip(
                        "All curves: an exponential mean of all values until then, corrected for its start; nothing"
                                + " that comes later is used, so that the newest end stays where it is."));
        return choice;
    }

    /** Beside one another, or one below the other where it is narrow. */
    private void arrange(double width) {
        charts.arrange(width);
        // The charts' heads are whole, or one would stand out of its column.
        double rest = Math.max((1 - LEAD_SHARE) * (width - GAP), charts.besideWidth()) / (width - GAP);
        boolean sideBySide = width >= LEAST_LEAD && rest <= MOST_BESIDE;
        GridPane.setConstraints(charts.beside(), sideBySide ? 1 : 0, sideBySide ? 0 : 1);
        lead.getColumnConstraints().clear();
        for (double share : sideBySide ? new double[] {1 - rest, rest} : new double[] {1}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * share);
            lead.getColumnConstraints().add(column);
        }
        test.arrange(width);
    }

    private Map<String, String> provenance() {
        Map<String, String> about =
                new LinkedHashMap<>(lab.getShown() == null ? Map.of() : ExportMetadata.of(lab.getShown()));
        runs.plan()
                .filter(plan -> runs.shown().isInWindow())
                .ifPresent(plan -> about.put("Training", plan.training().toString()));
        return about;
    }

    private void setDark(boolean dark) {
        charts.setDark(dark);
        test.setDark(dark);
    }

    private List<CurveCard> visibleCards() {
        return charts.cards().stream()
                .filter(card -> card.getParent() != null && inViewport(card))
                .toList();
    }

    private boolean inViewport(Node node) {
        if (getContent() == null || getViewportBounds().getHeight() <= 0) {
            return true;
        }
        Bounds bounds = getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = hidden() * getVvalue();
        return bounds.getMaxY() >= top
                && bounds.getMinY() <= top + getViewportBounds().getHeight();
    }

    private void drawCurves() {
        runs.shown().objective().ifPresent(charts::show);
        charts.setHint(emptyWords());
        Optional<Curves> curves = runs.shown().curves();
        curves.ifPresent(c -> c.setMemory(smoothing.get().memory()));
        charts.window().setWhole(runs.shown().epochs().orElse(10.0));
        visibleCards().forEach(card -> charts.draw(card, curves));
        List<Double> shares = runs.snapshotProperty()
                .get()
                .filter(s -> runs.shown().isInWindow())
                .map(TrainingSnapshot::activeFractions)
                .orElse(List.of());
        if (!shares.isEmpty() && inViewport(active)) {
            active.show(shares);
        }
        reports.take(runs.shown().latestTest(), lab.getShown());
    }

    /** Why there are no curves. */
    private String emptyWords() {
        boolean another = runs.presentProperty().get()
                && !runs.shown().isInWindow()
                && runs.shown().kept().isEmpty();
        if (another && lab.getShown() != null) {
            return "No curves for " + lab.getShown().title() + ": it was not trained here.";
        }
        return runs.isActive() ? "The curves grow here in a moment." : "Press Start, and the curves grow here.";
    }

    private TestCards test() {
        return test;
    }

    private void drawFilters() {
        if (lab.getShown() == null) {
            return;
        }
        if (inViewport(filters)) {
            filters.show(lab.getShown());
        }
        NetworkSpec spec = lab.getShown().spec();
        boolean differ = spec.layers() > 1 && spec.tying() == WeightTying.UNTIED;
        allLayersCard.setVisible(differ);
        allLayersCard.setManaged(differ);
        // Once, even where it is out of sight: a picture without a word says nothing to a screen reader, and is not
        // exported.
        if (differ && (inViewport(allLayers) || !allLayers.hasShown())) {
            allLayers.show(lab.getShown());
        }
        boolean trains = runs.snapshotProperty()
                .get()
                .map(s -> runs.shown().isInWindow() && !s.activeFractions().isEmpty())
                .orElse(false);
        if (!trains) {
            measured.measure(lab.getShown());
        }
    }

    /** Shows something above everything else, which takes no room where it is null; what is looked at below it stays where it is. */
    public void setWelcome(Node card) {
        QuietFocus.leave(welcome);
        // What is measured must be what is seen: cards that have just got their width have other rows.
        layout();
        double above = welcomeHeight();
        double top = getVvalue() * hidden();
        welcome.getChildren().setAll(card == null ? List.of() : List.of(card));
        welcome.setVisible(card != null);
        welcome.setManaged(card != null);
        if (top > 0) {
            applyCss();
            layout();
            double hidden = hidden();
            double wanted = top + welcomeHeight() - above;
            setVvalue(hidden == 0 ? 0 : Math.max(0, Math.min(1, wanted / hidden)));
        }
    }

    /** Whether the loss is drawn by its logarithm. */
    public void setLogLoss(boolean log) {
        charts.loss().logSwitch().setSelected(log);
    }

    public boolean isLogLoss() {
        return charts.loss().logSwitch().isSelected();
    }
}
