package org.whorl.ui.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

import org.whorl.group.Generator;
import org.whorl.training.RunRecord;
import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.view.codes.CodesView;
import org.whorl.ui.view.compare.CompareView;
import org.whorl.ui.view.data.DataView;
import org.whorl.ui.view.filters.FiltersView;
import org.whorl.ui.view.filters.HistoryModel;
import org.whorl.ui.view.generator.GeneratorView;
import org.whorl.ui.view.paper.PaperView;
import org.whorl.ui.view.symmetry.SymmetryPages;
import org.whorl.ui.view.training.TrainingView;

/**
 * The views, a tab each, and which of them is in front. Only that one is under the scene: JavaFX styles whatever is there before the
 * window appears, and looks at every node of it in every frame, seen or not.
 */
final class Views extends TabPane {
    /** The title of the view of sets. */
    static final String DATA = "Data";
    /** The title of the view of codes. */
    static final String CODES = "Codes";
    /** The title of the view of curves. */
    static final String TRAINING = "Training";
    /** The title of the view of symmetry. */
    static final String SYMMETRY = "Symmetry";
    /** The title of the view of networks side by side. */
    static final String COMPARE = "Compare";
    /** What lessons and experiments call its page with two networks. */
    static final String SIDE_BY_SIDE = "Plain or invariant?";
    /** The title of the view of what generates the group. */
    static final String GENERATOR = "Generator";

    private final BooleanProperty trainingVisible = new SimpleBooleanProperty();
    private final TrainingView training;
    private final SymmetryPages symmetry;
    private final CompareView compare;
    private final Map<String, ScrollPane> pages = new HashMap<>();
    private final Map<Tab, View> byTab = new HashMap<>();
    private final Map<Tab, CloseUp> contents = new HashMap<>();

    /**
     * All views.
     *
     * @param opening opens networks that a view offers
     * @param showTestImage shows a test image in Codes
     * @param findAngle begins a run that finds an angle
     */
    Views(Models models, ModelOpener opening, IntConsumer showTestImage, Runnable findAngle) {
        getStyleClass().add("view-tabs");
        LabState lab = models.lab();
        RunController runs = models.runs();
        Settings settings = models.settings();
        training = new TrainingView(lab, runs, trainingVisible, showTestImage);
        symmetry = new SymmetryPages(
                lab, models.codes(), models.sets(), () -> seed(runs, settings), runs.activeProperty(), runs::start);
        compare = new CompareView(
                lab,
                runs,
                settings.runsFolderProperty()::get,
                models.compared(),
                models.chosen(),
                models.sets().setsProperty(),
                opening::complain);
        FiltersView filters =
                new FiltersView(lab, history(lab, runs), run -> opening.open(ModelSource.run(run)), runs::start);
        CodesView codes = new CodesView(lab, models.codes(), models.chosen(), models.sets(), runs::start);
        List<View> views = List.of(
                new View(TRAINING, () -> training),
                new View("Filters", () -> filters),
                new View(CODES, () -> codes),
                new View(SYMMETRY, () -> symmetry),
                new View(COMPARE, () -> compare),
                new View(DATA, () -> new DataView(lab, settings, models.chosen(), models.sets(), Platform::runLater)),
                new View("Paper", () -> new PaperView(lab, models.paper(), models.sets(), opening)),
                new View(
                        GENERATOR,
                        () -> new GeneratorView(
                                lab,
                                settings,
                                runs,
                                models.angle(),
                                models.chosen(),
                                models.sets(),
                                findAngle,
                                matrix -> trainWith(runs, matrix),
                                Platform::runLater)));
        for (View view : views) {
            Tab tab = new Tab(view.title());
            tab.setClosable(false);
            byTab.put(tab, view);
            getTabs().add(tab);
        }
        // Before the tabs have a skin, whose own listener shows what it finds in the tab.
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.setContent(null);
            }
            is.setContent(content(is));
        });
        Tab first = getSelectionModel().getSelectedItem();
        first.setContent(content(first));
    }

    private CloseUp content(Tab tab) {
        return contents.computeIfAbsent(tab, t -> {
            View view = byTab.get(t);
            ScrollPane page = scrolling(view.node().get());
            pages.put(view.title(), page);
            return new CloseUp(page);
        });
    }

    /** Trains filters whose copies are made by a matrix, where it can be seen. */
    private void trainWith(RunController runs, Generator matrix) {
        runs.trainWith(matrix);
        select(TRAINING);
    }

    /** The seed of the run that is shown, or of the next one where none is. */
    private static long seed(RunController runs, Settings settings) {
        return runs.shown()
                .kept()
                .flatMap(SavedRun::begun)
                .map(RunRecord::training)
                .orElseGet(
                        () -> runs.plan().orElse(settings.planProperty().get()).training())
                .seed();
    }

    /** The history of the run that is shown, looked for again whenever an epoch is done or something else is shown. */
    private static HistoryModel history(LabState lab, RunController runs) {
        HistoryModel history = new HistoryModel(
                lab, () -> runs.shown().kept().map(SavedRun::folder).or(runs::folder), Platform::runLater);
        runs.snapshotProperty().addListener((o, was, is) -> {
            if (!was.map(TrainingSnapshot::epoch).equals(is.map(TrainingSnapshot::epoch))
                    || !was.map(TrainingSnapshot::state).equals(is.map(TrainingSnapshot::state))) {
                history.refresh();
            }
        });
        lab.shownProperty().addListener((o, was, is) -> {
            if (was == null || !was.title().equals(is.title())) {
                history.refresh();
            }
        });
        return history;
    }

    /** A view that needs more room than there is can be scrolled. */
    private static ScrollPane scrolling(Node view) {
        if (view instanceof ScrollPane already) {
            return already;
        }
        ScrollPane pane = new ScrollPane(view);
        pane.getStyleClass().add("plain-scroll");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        return pane;
    }

    /** The view in front, with what may fill it. */
    CloseUp inFront() {
        return (CloseUp) getSelectionModel().getSelectedItem().getContent();
    }

    /** Draws what changes while a network trains only where it can be seen in this window. */
    void watch(Stage stage) {
        trainingVisible.bind(Bindings.createBooleanBinding(
                () -> getSelectionModel().getSelectedIndex() == 0 && stage.isShowing() && !stage.isIconified(),
                getSelectionModel().selectedIndexProperty(),
                stage.showingProperty(),
                stage.iconifiedProperty()));
    }

    /** Brings a view to the front, by its number from 0, with the focus. */
    void goTo(int tab) {
        getSelectionModel().select(tab);
        // What has just come under the scene has its controls only now.
        applyCss();
        layout();
        FirstFocus.in(getTabs().get(tab).getContent()).ifPresentOrElse(Node::requestFocus, this::requestFocus);
    }

    /** Brings a view to the front; false where there is none of this title. */
    boolean select(String title) {
        boolean beside = title.equals(SIDE_BY_SIDE);
        String tab = beside ? SYMMETRY : title;
        if (tab.equals(SYMMETRY)) {
            symmetry.showSideBySide(beside);
        }
        Optional<Tab> found =
                getTabs().stream().filter(t -> t.getText().equals(tab)).findFirst();
        found.ifPresent(getSelectionModel()::select);
        return found.isPresent();
    }

    /** Brings a view to the front from its top on, wherever it was scrolled to; false where there is none of this title. */
    boolean begin(String title) {
        boolean found = select(title);
        if (found) {
            pages.get(title()).setVvalue(0);
        }
        return found;
    }

    /** The title of the view in front. */
    String title() {
        return getSelectionModel().getSelectedItem().getText();
    }

    /** Compares these networks side by side, in front. */
    void compare(List<ModelSource> networks) {
        compare.compare(networks);
        select(COMPARE);
    }

    SymmetryPages symmetry() {
        return symmetry;
    }

    TrainingView training() {
        return training;
    }
}
