package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.whorl.file.SettingsFile;
import org.whorl.ui.control.lens.Lens;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.export.Exporter;
import org.whorl.ui.lesson.LessonController;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.RunOffers;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.SystemMotion;
import org.whorl.ui.theme.ThemeChoice;
import org.whorl.ui.theme.ThemeSwitch;
import org.whorl.ui.view.networks.CardsModel;
import org.whorl.ui.window.frames.FrameMonitor;
import org.whorl.ui.window.state.StageState;
import org.whorl.ui.window.state.WindowSize;
import org.whorl.ui.window.state.WindowState;
import org.whorl.ui.window.state.WindowStateStore;

/** The window: puts models and views together and keeps them going. */
public final class LabWindow {
    private final Models models;
    private final LabState lab;
    private final Settings settings;
    private final RunController runs;
    private final ThemeSwitch theme;
    private final FrameMonitor frames = new FrameMonitor();
    private final Views views;
    private final RunPoller watch;
    private final Toolbar toolbar;
    private final LeftSide left;
    private final StatusLine status;
    private final Optional<ModelSource> lastTime;
    private final ModelOpener opening;
    private final LessonController lessons;
    private final FirstMinute firstMinute;
    private final OpenMenu openMenu;
    private final Presentation presentation;
    private final FileOpener receiving;
    private final KeyboardHelp help;
    private final NetworksSheet networks;
    private final KeyCommands commands;
    private final Exporter exporting;
    private final CloseGuard leaving;
    private final Frame frame;
    private final Lens lens = new Lens();
    private final Scene scene;
    private final Stage stage;
    private final StageState stageState;
    private final WindowSize size;

    /** Says in one line what went wrong. FX thread only. */
    public void complain(String problem) {
        status.complain(problem);
    }

    public LabWindow(Stage stage, Folders folders) {
        this.stage = stage;
        stageState = StageState.of(stage);
        SettingsFile.Found<WindowState> found = WindowState.read(folders.settings());
        Optional<WindowState> remembered = found.value();
        models = Models.of(folders, remembered);
        lab = models.lab();
        settings = models.settings();
        runs = models.runs();
        theme = new ThemeSwitch(lab.darkProperty());
        remembered.ifPresent(r -> theme.choiceProperty().set(r.theme()));
        watch = new RunPoller(runs, stageState.iconified());
        status = new StatusLine(runs, new RunOffers(lab, settings, runs));
        found.problem().ifPresent(status::complain);
        opening = models.opener(status::say, status::complain);
        views = new Views(models, opening, this::showTestImage, this::findAngle);
        remembered.ifPresent(r -> views.training().setLogLoss(r.logLoss()));
        FolderChoice folderChoice = new FolderChoice(stage);
        ShownName name = new ShownName(lab, runs);
        stage.setTitle("Whorl");
        name.wordsProperty().addListener((o, was, is) -> stage.setTitle("Whorl — " + is));
        left = new LeftSide(lab, settings, models.chosen(), models.angle(), name.wordsProperty(), folderChoice::ask);
        Refusals.watch(runs, settings, left, status);
        models.sets().setsProperty().addListener((o, old, now) -> left.offer(now));
        Pointers pointers =
                new Pointers(stage::getScene, left, views, models.codes().drawnProperty());
        lessons = new LessonController(
                lab,
                runs,
                models.codes(),
                opening,
                folders.settings().resolveSibling("lessons"),
                new LessonSight(views, pointers, title -> firstMinute().set(title)));
        firstMinute = new FirstMinute(models, views, opening, lessons::beginFirst, status::complain);
        lessons.menu().setFirst(firstMinute.items());
        firstMinute.welcome(remembered);
        lastTime = remembered.flatMap(WindowState::lastShown);
        openMenu = new OpenMenu(opening, settings.runsFolderProperty()::get, lastTime, folderChoice, this::showCards);
        lastTime.filter(ModelSource::exists).ifPresent(last -> {
            new LastTime(status).offer(last, () -> opening.open(last));
            status.forgetLast(last, lab.shownProperty());
        });
        remembered.flatMap(WindowState::front).ifPresent(views::select);
        networks = new NetworksSheet(
                new CardsModel(settings.runsFolderProperty()::get, Platform::runLater),
                models.sets()::lacks,
                opening::open,
                views::compare,
                lab.darkProperty()::get);
        StackPane root = new StackPane();
        presentation = new Presentation(stage, stageState.fullScreen(), root, this::isCovered);
        toolbar = new Toolbar(
                runs,
                settings,
                lab,
                theme.choiceProperty(),
                this::showCodes,
                List.of(openMenu, lessons.menu()),
                presentation.activeProperty(),
                lens.activeProperty());
        status.leavePaceTo(toolbar.tellsPaceProperty());
        frame = new Frame(lab, new VBox(toolbar, lessons.bar()), left, views, status, presentation.activeProperty());
        remembered.ifPresent(r -> frame.restore(r.settings(), r.inspector()));
        toolbar.addLook(frame.items());
        commands = commands();
        help = new KeyboardHelp(commands, firstMinute::showAgain);
        toolbar.helpButton().setOnAction(e -> help.toggle());
        // What is behind the list of keys is out of the keyboard's reach.
        frame.disableProperty().bind(help.visibleProperty().or(networks.visibleProperty()));
        root.getChildren().setAll(frame, presentation.wayOut(), lens, frames, networks, help);
        StackPane.setAlignment(frames, Pos.BOTTOM_CENTER);
        scene = new Scene(root);
        lens.watch(scene, this::isCovered, frame::room);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::goBack);
        frames.countDrawn(models.codes().drawnProperty(), Codes::turn);
        frames.logWhereAsked();
        receiving = new FileOpener(models, views, opening, lessons.menu());
        DropTarget.install(root, receiving::open);
        lessons.takePages(scene);
        exporting = Exporter.install(
                scene,
                folders.settings().resolveSibling("export.json"),
                () -> lab.getShown() == null ? Map.of() : ExportMetadata.of(lab.getShown()),
                words -> status.say(Optional.of(words)));
        exporting.problem().ifPresent(status::complain);
        size = new WindowSize(stage, remembered);
        commands.install(scene, views.getTabs().size(), views::goTo);
        leaving = new CloseGuard(
                stage, presentation, exporting, status, new WindowStateStore(folders.settings(), this::now));
        leaving.watch(theme.choiceProperty(), settings.planProperty(), settings.runsFolderProperty());
        leaving.watch(views.getSelectionModel().selectedItemProperty());
        leaving.watch(lab.shownProperty(), stageState.width(), stageState.height());
        leaving.watch(frame.settings().stateProperty(), frame.inspector().stateProperty());
    }

    private KeyCommands commands() {
        List<KeyCommands.Command> all = new ArrayList<>(WindowCommands.ofRun(runs));
        all.addAll(WindowCommands.inside(lab, this::showCodes));
        all.addAll(WindowCommands.ofSides(frame, left));
        all.addAll(WindowCommands.ofLesson(lessons));
        all.addAll(List.of(
                new KeyCommands.Command("Shortcut+O", "open a run or a model", openMenu::openByKey),
                new KeyCommands.Command("Shortcut+T", "light or dark", theme::turnOver),
                new KeyCommands.Command("Shortcut+Shift+O", "all runs and models, as cards", this::showCards),
                new KeyCommands.Command(
                        "F11", "presentation: larger type, fewer controls, the whole screen", presentation::toggle)));
        all.addAll(
                WindowCommands.ofPictures(() -> exporting, () -> views.inFront().looked()));
        all.addAll(List.of(
                new KeyCommands.Command("F1", "words and keys", () -> help.toggle()),
                new KeyCommands.Command("F12", "show how long frames take", frames::toggle)));
        return new KeyCommands(all);
    }

    private boolean isCovered() {
        return help.isVisible() || networks.isVisible();
    }

    /** Escape leaves what fills a view, before it leaves the presentation. */
    private void goBack(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE
                && !e.isConsumed()
                && !isCovered()
                && views.inFront().close()) {
            e.consume();
        }
    }

    private void showCards() {
        networks.open();
    }

    private void showCodes() {
        views.select(Views.CODES);
    }

    private void findAngle() {
        firstMinute.findAngle();
    }

    /** Opens files or a folder, as if they had been dropped. */
    void drop(List<Path> files) {
        receiving.open(files);
    }

    /** Shows the window and begins to fill it. */
    public void open() {
        theme.dress(scene);
        theme.askWhen(stageState.focused());
        SystemMotion.ask(lab.stillProperty()::set);
        stage.setScene(scene);
        stage.setOnCloseRequest(leaving::asked);
        views.watch(stage);
        watch.attend(scene);
        SettingsApplier.watch(runs.changed(), settings, scene);
        size.show();
        new Startup(lab, settings, models.chosen(), models.sets(), status).begin();
    }

    private void showTestImage(int index) {
        models.codes().choose(index);
        showCodes();
    }

    private WindowState now() {
        return WindowState.of(
                theme.choiceProperty().get(),
                presentation.width(stage),
                presentation.height(stage),
                stage.isMaximized(),
                views.training().isLogLoss(),
                views.title(),
                settings.runsFolderProperty().get(),
                runs.folder()
                        .filter(folder -> runs.shown().isInWindow())
                        .map(ModelSource::run)
                        .or(opening::last)
                        .or(() -> lastTime),
                settings.planProperty().get(),
                frame.settings().stateProperty().get(),
                frame.inspector().stateProperty().get(),
                firstMinute.isOffered());
    }

    /** Remembers how the window is, ends what runs and waits for its checkpoint. */
    public void close() {
        watch.stop();
        leaving.close();
        models.paper().close();
        runs.close();
    }

    /** The run in the window. */
    public RunController runs() {
        return runs;
    }

    /** What the views share. */
    public LabState lab() {
        return lab;
    }

    /** What can be done about the run. */
    RunStrip strip() {
        return status.strip();
    }

    /** What it shows. */
    Models models() {
        return models;
    }

    /** The lesson that is given. */
    LessonController lessons() {
        return lessons;
    }

    /** What a user finds who opens it for the first time. */
    FirstMinute firstMinute() {
        return firstMinute;
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
