package org.whorl.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.lab.InsideStep;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.part.Pace;
import org.whorl.ui.part.Paced;
import org.whorl.ui.run.KeptRun;
import org.whorl.ui.run.Runs;
import org.whorl.ui.settings.Settings;
import org.whorl.ui.theme.ThemeChoice;

/** What is done with the run, how far it has come, and how the window looks. */
final class Toolbar extends HBox {
    private static final double ROOMY = 1240;
    private static final double CRAMPED = 1000;
    private static final double TIGHT = 860;
    private static final double PRESENTING_TYPE = 1.35;

    private final Runs runs;
    private final BooleanProperty presenting;
    private final List<Region> forOneself;
    private final Node startIcon = Icon.START.node();
    private final Node pauseIcon = Icon.PAUSE.node();
    private final Button start = new Button();
    private final Label epoch = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label speed = new Label();
    private final Label brand = new Label("Whorl");
    private final MenuButton look = new MenuButton("View");
    private final Button help = new Button("?");
    private final SplitMenuButton inside = new SplitMenuButton();

    /**
     * @param menus what else there is to choose
     * @param presenting whether there are to be few controls
     * @param stepInside what “step inside” does besides going one layer on: it shows the codes
     */
    Toolbar(
            Runs runs,
            Settings settings,
            Lab lab,
            ObjectProperty<ThemeChoice> themeChoice,
            Runnable stepInside,
            List<MenuButton> menus,
            BooleanProperty presenting) {
        this.runs = runs;
        this.presenting = presenting;
        getStyleClass().add("whorl-toolbar");
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        HBox mark = new HBox(8, new Logo(24), brand);
        mark.setAlignment(Pos.CENTER_LEFT);
        mark.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(mark, new javafx.geometry.Insets(0, 16, 0, 0));

        start.setId("start");
        start.setTooltip(new Tooltip());
        start.getStyleClass().add("primary");
        start.setOnAction(e -> runs.startOrPause());
        Button step = button("Step", "step", "One training step", runs::step);
        step.disableProperty().bind(runs.activeProperty());
        Button reset = button("Reset", "reset", "Back to the first step, with the same seed", runs::reset);
        reset.disableProperty().bind(runs.presentProperty().not());
        Button newSeed = button("New seed", "new-seed", "Another random start", runs::newSeed);
        TextField seed = new TextField();
        seed.setId("seed");
        seed.setPrefWidth(64);
        seed.setMinWidth(56);
        seed.setAccessibleText("Seed");
        seed.setTooltip(new Tooltip("The seed of the next run"));
        seed.textProperty().bindBidirectional(settings.training().seedProperty());
        settings.training()
                .problemProperty()
                .addListener((o, old, now) -> seed.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("error"),
                        now.filter(p -> p.field().equals("seed")).isPresent()));
        Label seedLabel = new Label("seed");
        seedLabel.getStyleClass().add("muted");
        seedLabel.setMinWidth(USE_PREF_SIZE);
        buildInside(lab, stepInside);
        buildLook(themeChoice);

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        epoch.setMinWidth(USE_PREF_SIZE);
        speed.setMinWidth(USE_PREF_SIZE);
        speed.getStyleClass().add("muted");
        progress.setMinWidth(40);
        progress.setPrefWidth(160);
        progress.setMaxWidth(180);
        progress.setAccessibleText("Progress of the run");
        HBox.setHgrow(progress, Priority.SOMETIMES);
        help.setId("help");
        help.setAccessibleText("Keys");
        help.setTooltip(new Tooltip("Keys (F1)"));
        getChildren().addAll(mark, start, step, inside, reset, newSeed, seedLabel, seed, gap, epoch, progress, speed);
        getChildren().addAll(menus);
        getChildren().addAll(look, help);
        for (Region fixed : List.of(start, step, inside, reset, newSeed, look, help)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        menus.forEach(menu -> menu.setMinWidth(USE_PREF_SIZE));
        forOneself = List.of(newSeed, seed);
        widthProperty().addListener(o -> fit(seedLabel));
        presenting.addListener(o -> fit(seedLabel));

        // Numbers that change faster cannot be read, and cost a layout each time.
        Paced numbers = new Paced(Duration.millis(200), visibleProperty(), this::update);
        runs.changesProperty().addListener(o -> numbers.request());
        runs.activeProperty().addListener(o -> update());
        runs.pendingProperty().addListener(o -> update());
        runs.continuableProperty().addListener(o -> update());
        update();
    }

    private static Button button(String text, String id, String help, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleHelp(help);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void buildInside(Lab lab, Runnable stepInside) {
        inside.setId("step-inside");
        inside.setText("Step inside");
        inside.setTooltip(new Tooltip("One computation further inside the network (F7)"));
        inside.setOnAction(e -> {
            lab.stepInside();
            stepInside.run();
        });
        inside.setOnShowing(e -> {
            inside.getItems().clear();
            int layers = lab.getShown() == null ? 0 : lab.getShown().spec().layers();
            inside.getItems().add(insideItem("All layers", Optional.empty(), lab, stepInside));
            for (int l = 0; l < layers; l++) {
                Optional<InsideStep> first = Optional.of(new InsideStep(l, InsideStep.Stage.RESIDUAL));
                inside.getItems().add(insideItem("Into layer " + (l + 1), first, lab, stepInside));
            }
        });
        inside.getItems().add(new MenuItem("All layers"));
    }

    private static MenuItem insideItem(String text, Optional<InsideStep> step, Lab lab, Runnable stepInside) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(a -> {
            lab.insideProperty().set(step);
            stepInside.run();
        });
        return item;
    }

    private void buildLook(ObjectProperty<ThemeChoice> choice) {
        look.setId("theme");
        look.setTooltip(new Tooltip("Light or dark, and presentation (F11)"));
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice option : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(option.label());
            item.setId("theme-" + option.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(choice.get() == option);
            item.setOnAction(e -> choice.set(option));
            choice.addListener((o, old, now) -> item.setSelected(now == option));
            look.getItems().add(item);
        }
        CheckMenuItem present = new CheckMenuItem("Presentation");
        present.setId("present");
        present.selectedProperty().bindBidirectional(presenting);
        look.getItems().addAll(new SeparatorMenuItem(), present);
    }

    /** What there is no room for goes first where it is said elsewhere too. */
    private void fit(Label seedLabel) {
        // Larger type needs more room.
        double width = presenting.get() ? getWidth() / PRESENTING_TYPE : getWidth();
        forOneself.forEach(node -> show(node, !presenting.get()));
        show(speed, width >= ROOMY && !presenting.get());
        show(progress, width >= CRAMPED && runs.presentProperty().get());
        show(brand, width >= CRAMPED);
        show(seedLabel, width >= CRAMPED && !presenting.get());
        show(epoch, width >= TIGHT);
        show(look, width >= TIGHT);
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void update() {
        boolean present = runs.presentProperty().get();
        show(progress, present && getWidth() >= CRAMPED);
        boolean active = runs.isActive();
        start.setText(active ? "Pause" : runs.canResume() ? "Resume" : "Start");
        start.setGraphic(active ? pauseIcon : startIcon);
        start.getTooltip().setText(startWords(active));
        if (runs.snapshotProperty().get().isEmpty()) {
            epoch.setText("");
            progress.setProgress(0);
            speed.setText("");
            return;
        }
        // They are the run's, not those of a network that is shown in its place.
        List.of(epoch, progress, speed).forEach(node -> node.setDisable(!runs.isShown()));
        TrainingSnapshot now = runs.snapshotProperty().get().get();
        boolean within = active || now.step() > now.epoch() * now.stepsPerEpoch();
        int shownEpoch = Math.min(now.epochs(), now.epoch() + (within ? 1 : 0));
        epoch.setText("epoch " + shownEpoch + " of " + now.epochs());
        long steps = (long) now.epochs() * now.stepsPerEpoch();
        progress.setProgress(steps == 0 ? 0 : (double) now.step() / steps);
        speed.setText(runs.isShown() ? Pace.of(now) : runs.name().orElse(""));
    }

    private String startWords(boolean active) {
        if (active) {
            return "Wait after this step (F5)";
        }
        if (runs.canResume()) {
            return "Go on with " + runs.opened().map(KeptRun::name).orElse("the run") + " (F5)";
        }
        return runs.isPending() ? "Begin a new run with the changed settings (F5)" : "Train (F5)";
    }

    Button helpButton() {
        return help;
    }
}
