package org.whorl.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.codes.CodesModel;
import org.whorl.ui.codes.CodesView;
import org.whorl.ui.compare.CompareView;
import org.whorl.ui.data.DataView;
import org.whorl.ui.data.SetSource;
import org.whorl.ui.data.SetsModel;
import org.whorl.ui.filters.FiltersView;
import org.whorl.ui.filters.HistoryModel;
import org.whorl.ui.inspector.InspectorPane;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.paper.PaperModel;
import org.whorl.ui.paper.PaperView;
import org.whorl.ui.paper.TableChoice;
import org.whorl.ui.picture.Exporting;
import org.whorl.ui.picture.Provenance;
import org.whorl.ui.run.ChosenData;
import org.whorl.ui.run.DataShelf;
import org.whorl.ui.run.Folders;
import org.whorl.ui.run.KeptRun;
import org.whorl.ui.run.Runs;
import org.whorl.ui.settings.Settings;
import org.whorl.ui.symmetry.SymmetryView;
import org.whorl.ui.theme.ThemeChoice;
import org.whorl.ui.theme.ThemeSwitch;
import org.whorl.ui.training.TrainingView;

/** The window: puts models and views together and keeps them going. */
public final class LabWindow {
    private static final String DATA = "Data";
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;
    private static final double RIGHT_WIDTH = 266;
    private static final double ROOM_FOR_INSPECTOR = 1080;

    private final Folders folders;
    private final Lab lab = new Lab();
    private final Settings settings;
    private final DataShelf shelf = new DataShelf();
    private final ChosenData chosen;
    private final SetsModel sets;
    private final Runs runs;
    private final ThemeSwitch theme = new ThemeSwitch(lab.darkProperty());
    private final PaperModel paper;
    private final BooleanProperty trainingVisible = new SimpleBooleanProperty();
    private final CodesModel codes = new CodesModel(lab, Platform::runLater);
    private final FrameMonitor frames = new FrameMonitor();
    private final TabPane tabs = new TabPane();
    private final Watch watch;
    private final TrainingView trainingView;
    private final Toolbar toolbar;
    private final LeftSide left;
    private final StatusLine status;
    private final Optional<Origin> lastTime;
    private final ModelOpening opening;
    private final Lessons lessons;
    private final OpenMenu openMenu;
    private final Presentation presentation;
    private final DropTarget drops;
    private final KeyboardHelp help;
    private final Commands commands;
    private final Exporting exporting;
    private final Node inspector;
    private final BorderPane frame = new BorderPane();
    private final Scene scene;
    private final Stage stage;

    public LabWindow(Stage stage, Folders folders) {
        this.stage = stage;
        this.folders = folders;
        settings = new Settings(folders.runs());
        Optional<Remembered> remembered = Remembered.read(folders.settings());
        remembered.ifPresent(r -> {
            settings.set(r.plan());
            theme.choiceProperty().set(r.theme());
            r.chosenRunsFolder().ifPresent(settings.runsFolderProperty()::set);
        });
        chosen = new ChosenData(settings, shelf, Platform::runLater);
        sets = new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater);
        runs = new Runs(
                lab,
                settings,
                shelf,
                () -> Optional.of(settings.runsFolderProperty().get()));
        paper = new PaperModel(
                TableChoice.all(),
                settings.runsFolderProperty()::get,
                settings.dataProperty()::get,
                Platform::runLater);
        watch = new Watch(runs, stage.iconifiedProperty());
        trainingView = new TrainingView(lab, runs, trainingVisible, this::showTestImage);
        remembered.ifPresent(r -> trainingView.setLogLoss(r.logLoss()));
        status = new StatusLine(runs);
        settings.network().problemProperty().addListener(o -> status.setWrongSetting(settings.problem()));
        settings.limit().problemProperty().addListener(o -> status.setWrongSetting(settings.problem()));
        settings.training().problemProperty().addListener(o -> status.setWrongSetting(settings.problem()));
        left = new LeftSide(lab, settings, chosen, this::chooseFolder);
        sets.setsProperty().addListener((o, old, now) -> left.offer(now));
        opening = new ModelOpening(lab, runs, chosen, status);
        lessons = new Lessons(
                lab,
                settings,
                codes,
                opening,
                folders.settings().resolveSibling("lessons"),
                this::select,
                this::pointedOut);
        lastTime = remembered.flatMap(Remembered::lastShown);
        openMenu = new OpenMenu(opening, settings.runsFolderProperty()::get, lastTime, this::chooseFolder);
        lastTime.filter(Origin::exists)
                .ifPresent(last -> status.offer(last, () -> opening.open(last), lab.shownProperty()));
        for (View view : views()) {
            Tab tab = new Tab(view.title(), scrolling(view.node()));
            tab.setClosable(false);
            tabs.getTabs().add(tab);
        }
        tabs.getStyleClass().add("view-tabs");
        StackPane root = new StackPane();
        presentation = new Presentation(stage, root, this::isHelpOpen);
        toolbar = new Toolbar(
                runs,
                settings,
                lab,
                theme.choiceProperty(),
                this::showCodes,
                List.of(openMenu, lessons.menu()),
                presentation.activeProperty());
        commands = commands();
        help = new KeyboardHelp(commands);
        toolbar.helpButton().setOnAction(e -> help.toggle());

        frame.getStyleClass().add("window-frame");
        frame.setMinSize(0, 0);
        frame.setTop(new VBox(toolbar, lessons.bar()));
        frame.setLeft(left);
        frame.setCenter(tabs);
        frame.setBottom(status);
        root.getChildren().setAll(frame, frames, help);
        StackPane.setAlignment(frames, Pos.BOTTOM_CENTER);
        scene = new Scene(root);
        drops = new DropTarget(
                root,
                Map.of(
                        Dropped.MODEL,
                                files -> opening.open(new Origin(
                                        Origin.Kind.FILE, files.get(0).toString())),
                        Dropped.RUN, files -> openRun(files.get(0)),
                        Dropped.PICTURE, files -> openPicture(files.get(0)),
                        Dropped.LESSON, files -> lessons.menu().open(files.get(0)),
                        Dropped.SET, this::openSet));
        lessons.takePages(scene);
        exporting = Exporting.install(
                scene,
                folders.settings().resolveSibling("export.json"),
                () -> lab.getShown() == null ? Map.of() : Provenance.of(lab.getShown()),
                words -> status.say(Optional.of(words)));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(
                Math.min(screen.getWidth(), remembered.map(Remembered::width).orElse(WIDTH)));
        stage.setHeight(
                Math.min(screen.getHeight(), remembered.map(Remembered::height).orElse(HEIGHT)));
        commands.install(
                scene, tabs.getTabs().size(), i -> tabs.getSelectionModel().select(i));
        inspector = rightSide();
        scene.widthProperty().addListener(o -> arrange());
        presentation.activeProperty().addListener(o -> arrange());
        if (remembered.map(Remembered::maximized).orElse(false)) {
            stage.setMaximized(true);
        }
    }

    /** What there is no room for, or what a room full of people does not need, is not there. */
    private void arrange() {
        boolean presenting = presentation.activeProperty().get();
        frame.setRight(scene.getWidth() >= ROOM_FOR_INSPECTOR && !presenting ? inspector : null);
        frame.setBottom(presenting ? null : status);
        left.present(presenting);
    }

    /** All views, in the order of their tabs. */
    private List<View> views() {
        List<View> views = new ArrayList<>();
        views.add(new View("Training", trainingView));
        views.add(new View("Filters", new FiltersView(lab, history())));
        views.add(new View("Codes", new CodesView(lab, codes, shelf)));
        views.add(new View("Symmetry", new SymmetryView(lab, codes, this::seed, runs.activeProperty())));
        Path compared = folders.settings().resolveSibling("compare.json");
        views.add(new View("Compare", new CompareView(lab, settings.runsFolderProperty()::get, compared)));
        views.add(new View(DATA, new DataView(lab, settings, chosen, sets, Platform::runLater)));
        views.add(new View("Paper", new PaperView(lab, paper, runs.activeProperty())));
        return views;
    }

    /** The seed of the run, or of the next one where there is none. */
    private long seed() {
        return runs.plan().orElse(settings.planProperty().get()).training().seed();
    }

    /** The history of the run that is shown, looked for again whenever an epoch is done or something else is shown. */
    private HistoryModel history() {
        HistoryModel history =
                new HistoryModel(lab, () -> runs.opened().map(KeptRun::folder).or(runs::folder), Platform::runLater);
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

    private Node rightSide() {
        InspectorPane inspector = new InspectorPane(lab);
        inspector.getStyleClass().add("side-content");
        ScrollPane side = new ScrollPane(inspector);
        side.getStyleClass().addAll("side", "side-right", "plain-scroll");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setPrefWidth(RIGHT_WIDTH);
        side.setMinWidth(RIGHT_WIDTH);
        return side;
    }

    private Commands commands() {
        return new Commands(List.of(
                new Commands.Command("F5", "start or pause", runs::startOrPause),
                new Commands.Command("F6", "one training step", runs::step),
                new Commands.Command("F7", "one computation further inside the network", () -> {
                    lab.stepInside();
                    showCodes();
                }),
                new Commands.Command("Shift+F7", "one computation back", () -> {
                    lab.stepBack();
                    showCodes();
                }),
                new Commands.Command("Shortcut+R", "reset, with the same seed", runs::reset),
                new Commands.Command("Shortcut+Z", "undo the reset", runs::undo),
                new Commands.Command("Shortcut+N", "new seed", runs::newSeed),
                new Commands.Command(
                        "Shortcut+D", "go to the dial", () -> left.dial().requestFocus()),
                new Commands.Command("Shortcut+T", "light, dark, as the system", theme::next),
                new Commands.Command("Shortcut+O", "open a run or a model", openMenu::show),
                new Commands.Command("Shortcut+L", "choose a lesson", lessons.menu()::show),
                new Commands.Command("Alt+Right", "the lesson’s next step", lessons.model()::next),
                new Commands.Command("Alt+Left", "the lesson’s step before", lessons.model()::previous),
                new Commands.Command(
                        "F11", "presentation: larger type, fewer controls, the whole screen", presentation::toggle),
                new Commands.Command(
                        "Shortcut+E",
                        "export the picture that has the focus, or the view’s first",
                        () -> exporting.exportNearest(view())),
                new Commands.Command("Shortcut+Shift+C", "copy that picture", () -> exporting.copyNearest(view())),
                new Commands.Command("F1", "this list", () -> help.toggle()),
                new Commands.Command("F12", "show how long frames take", frames::toggle)));
    }

    /** What the tab in front shows. */
    private Parent view() {
        return (Parent) tabs.getSelectionModel().getSelectedItem().getContent();
    }

    private boolean isHelpOpen() {
        return help.isVisible();
    }

    private void showCodes() {
        select("Codes");
    }

    /** Brings a view to the front; false where there is none of this title. */
    private boolean select(String title) {
        Optional<Tab> found =
                tabs.getTabs().stream().filter(t -> t.getText().equals(title)).findFirst();
        found.ifPresent(tabs.getSelectionModel()::select);
        return found.isPresent();
    }

    /** The controls that a lesson points out. */
    private Set<Node> pointedOut(Lesson.Pointer pointer) {
        return switch (pointer) {
            case DIAL -> Set.of(left.dial());
            case START -> scene.getRoot().lookupAll("#start");
            case STEP_INSIDE -> scene.getRoot().lookupAll("#step-inside");
            case TURN -> scene.getRoot().lookupAll(".input-turn");
            case VIEWS -> Set.of(tabs);
        };
    }

    /** Opens files or a folder, as if they had been dropped. */
    void drop(List<Path> files) {
        drops.drop(files);
    }

    private void openRun(Path folder) {
        select("Training");
        opening.open(Origin.run(folder));
    }

    private void openPicture(Path file) {
        showCodes();
        codes.open(file);
    }

    private void openSet(List<Path> files) {
        select(DATA);
        sets.open(files);
    }

    private Optional<Path> chooseFolder(String what) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(what);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    /** Shows the window and begins to fill it. */
    public void open() {
        theme.dress(scene);
        stage.setTitle("Whorl");
        stage.setScene(scene);
        trainingVisible.bind(Bindings.createBooleanBinding(
                () -> tabs.getSelectionModel().getSelectedIndex() == 0 && stage.isShowing() && !stage.isIconified(),
                tabs.getSelectionModel().selectedIndexProperty(),
                stage.showingProperty(),
                stage.iconifiedProperty()));
        watch.attend(scene);
        applySettingsWhenMeant();
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        double width = stage.getWidth();
        double height = stage.getHeight();
        stage.show();
        if (!stage.isMaximized()) {
            // Some window managers (Openbox) show the window at its least size, whatever was asked for before.
            Platform.runLater(() -> resize(width, height));
        }
        new Opening(lab, settings, chosen, sets, status).begin();
    }

    private void resize(double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), width));
        stage.setHeight(Math.min(screen.getHeight(), height));
    }

    /** A choice is meant as soon as it is made; what is typed, when Enter is pressed or the field is left. */
    private void applySettingsWhenMeant() {
        runs.applicableProperty().addListener(o -> applyUnlessTyping());
        settings.planProperty().addListener(o -> applyUnlessTyping());
        scene.focusOwnerProperty().addListener(o -> runs.applySettings());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                runs.applySettings();
            }
        });
    }

    private void applyUnlessTyping() {
        if (!(scene.getFocusOwner() instanceof TextInputControl)) {
            runs.applySettings();
        }
    }

    private void showTestImage(int index) {
        codes.choose(index);
        showCodes();
    }

    /** The run that is shown, or else what was opened last. */
    private Optional<Origin> lastShown() {
        return runs.folder()
                .filter(folder -> runs.isShown())
                .map(Origin::run)
                .or(opening::last)
                .or(() -> lastTime);
    }

    /** Remembers how the window is, ends what runs and waits for its checkpoint. */
    public void close() {
        watch.stop();
        try {
            Remembered.of(
                            theme.choiceProperty().get(),
                            presentation.width(stage),
                            presentation.height(stage),
                            stage.isMaximized(),
                            trainingView.isLogLoss(),
                            settings.runsFolderProperty().get(),
                            lastShown(),
                            settings.planProperty().get())
                    .write(folders.settings());
        } catch (IOException e) {
            System.err.println("whorl: could not remember the window in " + folders.settings() + ": " + e.getMessage());
        }
        paper.close();
        runs.close();
    }

    /** The run in the window. */
    public Runs runs() {
        return runs;
    }

    /** What the views share. */
    public Lab lab() {
        return lab;
    }

    /** How it stands with the chosen set. */
    ChosenData.State chosen() {
        return chosen.stateProperty().get();
    }

    /** Which image is looked at. */
    CodesModel codes() {
        return codes;
    }

    /** The lesson that is given. */
    Lessons lessons() {
        return lessons;
    }

    public Settings settings() {
        return settings;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme.choiceProperty();
    }

    public Scene scene() {
        return scene;
    }

    /** Measures frames. */
    public FrameMonitor frames() {
        return frames;
    }
}
