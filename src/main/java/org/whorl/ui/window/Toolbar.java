package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.control.FittingRow;
import org.whorl.ui.control.Pace;
import org.whorl.ui.control.SteadyLabel;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.Throttle;
import org.whorl.ui.theme.ThemeChoice;

/** What is done with the run, how far it has come, and how the window looks. */
final class Toolbar extends FittingRow {
    private final RunController runs;
    private final Node startIcon = Icon.START.node();
    private final Node pauseIcon = Icon.PAUSE.node();
    private final Button start = new Button();
    private final SteadyLabel epoch = new SteadyLabel();
    private final ProgressBar progress = new ProgressBar(0);
    private final SteadyLabel speed = new SteadyLabel();
    private final Label brand = new Label("Whorl");
    private final MenuButton look = new MenuButton("View");
    private final ToggleButton lens = new ToggleButton();
    private final Button help = new Button("?");
    private final SplitMenuButton inside = new SplitMenuButton();

    /**
     * @param menus what else there is to choose
     * @param presenting whether there are to be few controls
     * @param magnifying whether there is a lens over pictures
     * @param stepInside what “step inside” does besides going one layer on: it shows the codes
     */
    Toolbar(
            RunController runs,
            Settings settings,
            LabState lab,
            ObjectProperty<ThemeChoice> themeChoice,
            Runnable stepInside,
            List<MenuButton> menus,
            BooleanProperty presenting,
            BooleanProperty magnifying) {
        this.runs = runs;
        getStyleClass().add("whorl-toolbar");
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(brand, new Insets(0, 16, 0, 0));

        start.setId("start");
        start.setTooltip(new Tooltip());
        start.getStyleClass().add("primary");
        start.setOnAction(e -> runs.startOrPause());
        Button step = button("Step", "step", "One training step", runs::step);
        step.disableProperty().bind(runs.activeProperty());
        Button reset = button("Reset", "reset", "Back to the first step, with the same seed", runs::reset);
        reset.disableProperty().bind(runs.resettableProperty().not());
        Button newSeed = button("New seed", "new-seed", "Another random start", runs::newSeed);
        TextField seed = new TextField();
        seed.setId("seed");
        seed.setPrefWidth(64);
        seed.setMinWidth(56);
        seed.setAccessibleText("Seed");
        seed.focusedProperty().addListener(o -> settings.training().settle());
        seed.setTooltip(new Tooltip("The seed of the next run"));
        seed.textProperty().bindBidirectional(settings.training().text(TrainingSettings.SEED));
        settings.training()
                .problemProperty()
                .addListener((o, old, now) -> seed.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("error"),
                        now.filter(p -> p.field().equals("seed")).isPresent()));
        Label seedLabel = new Label("seed");
        seedLabel.getStyleClass().add("muted");
        seedLabel.setMinWidth(USE_PREF_SIZE);
        buildInside(lab, stepInside);
        buildLook(themeChoice, presenting);
        buildLens(magnifying);

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        speed.setId("pace");
        speed.getStyleClass().add("muted");
        progress.setMinWidth(80);
        progress.setPrefWidth(160);
        progress.setMaxWidth(180);
        progress.setAccessibleText("Progress of the run");
        HBox.setHgrow(progress, Priority.SOMETIMES);
        help.setId("help");
        help.setAccessibleText("Words and keys");
        help.setTooltip(new Tooltip("What the words mean, and keys (F1)"));
        getChildren().addAll(new Logo(24), brand, start, step, inside, reset, newSeed, seedLabel, seed, more(), gap);
        getChildren().addAll(epoch, progress, speed);
        getChildren().addAll(menus);
        getChildren().addAll(look, lens, help);
        for (Region fixed : List.of(start, step, inside, reset, newSeed, look, lens, help)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        menus.forEach(menu -> menu.setMinWidth(USE_PREF_SIZE));
        BooleanSupplier forOneself = () -> !presenting.get();
        // First what is said elsewhere too, then what is done least.
        giveWay(List.of(
                new Part(
                        speed,
                        () -> isTold() && !presenting.get() && !speed.getText().isEmpty(),
                        Optional.empty()),
                new Part(seedLabel, forOneself, Optional.empty()),
                new Part(brand, () -> true, Optional.empty()),
                new Part(progress, () -> isTold() && runs.presentProperty().get(), Optional.empty()),
                new Part(newSeed, forOneself, Optional.of(instead(newSeed))),
                new Part(epoch, () -> isTold() && !epoch.getText().isEmpty(), Optional.empty()),
                new Part(reset, () -> true, Optional.of(instead(reset))),
                new Part(inside, () -> true, Optional.of(insideMenu(lab, stepInside))),
                new Part(step, () -> true, Optional.of(instead(step))),
                new Part(seed, forOneself, Optional.empty())));
        presenting.addListener(o -> requestLayout());

        // Numbers that change faster cannot be read, and cost a layout each time.
        Throttle numbers = new Throttle(Duration.millis(200), visibleProperty(), this::update);
        runs.changesProperty().addListener(o -> numbers.request());
        runs.activeProperty().addListener(o -> update());
        runs.changed().pendingProperty().addListener(o -> update());
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

    /** The same as a button, for the menu. */
    private static MenuItem instead(Button button) {
        MenuItem item = new MenuItem(button.getText());
        item.disableProperty().bind(button.disableProperty());
        item.setOnAction(e -> button.fire());
        return item;
    }

    private void buildInside(LabState lab, Runnable stepInside) {
        inside.setId("step-inside");
        inside.setText("Step inside");
        inside.setTooltip(new Tooltip("One computation further inside the network (F7)"));
        inside.setOnAction(e -> {
            lab.stepInside();
            stepInside.run();
        });
        inside.setOnShowing(e -> inside.getItems().setAll(insideItems(lab, stepInside)));
        inside.getItems().add(new MenuItem("All layers"));
    }

    /** All that “step inside” does, for the menu. */
    private Menu insideMenu(LabState lab, Runnable stepInside) {
        Menu menu = new Menu(inside.getText());
        menu.setOnShowing(e -> {
            MenuItem next = new MenuItem("One computation further");
            next.setOnAction(a -> inside.fire());
            menu.getItems().setAll(next);
            menu.getItems().addAll(insideItems(lab, stepInside));
        });
        menu.getItems().add(new MenuItem("All layers"));
        return menu;
    }

    private static List<MenuItem> insideItems(LabState lab, Runnable stepInside) {
        List<MenuItem> items = new ArrayList<>();
        items.add(insideItem("All layers", Optional.empty(), lab, stepInside));
        int layers = lab.getShown() == null ? 0 : lab.getShown().spec().layers();
        for (int l = 0; l < layers; l++) {
            Optional<InsideStep> first = Optional.of(new InsideStep(l, InsideStep.Stage.RESIDUAL));
            items.add(insideItem("Into layer " + (l + 1), first, lab, stepInside));
        }
        return items;
    }

    private static MenuItem insideItem(String text, Optional<InsideStep> step, LabState lab, Runnable stepInside) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(a -> {
            lab.insideProperty().set(step);
            stepInside.run();
        });
        return item;
    }

    private void buildLook(ObjectProperty<ThemeChoice> choice, BooleanProperty presenting) {
        look.setId("theme");
        look.setTooltip(
                new Tooltip("Light or dark (Ctrl+T), or as the system; the sides of the window; presentation (F11)"));
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
        CheckMenuItem present = new CheckMenuItem("Presentation (F11)");
        present.setId("present");
        present.selectedProperty().bindBidirectional(presenting);
        look.getItems().addAll(new SeparatorMenuItem(), present);
    }

    private void buildLens(BooleanProperty magnifying) {
        lens.setId("lens");
        lens.setGraphic(Icon.LENS.node());
        lens.setText("6×");
        lens.setAccessibleText("Lens: values under the pointer six times as large");
        lens.setTooltip(
                new Tooltip("Lens (Z): what is under the pointer of any picture, six times as large, with its value"));
        lens.selectedProperty().bindBidirectional(magnifying);
    }

    private void update() {
        requestLayout();
        boolean active = runs.isActive();
        start.setText(
                active
                        ? "Pause"
                        : runs.shown().canResume() ? "Resume" : runs.shown().isDone() ? "Train again" : "Start");
        start.setGraphic(active ? pauseIcon : startIcon);
        start.getTooltip().setText(startWords(active));
        if (runs.snapshotProperty().get().isEmpty()) {
            epoch.setText("");
            progress.setProgress(0);
            speed.setText("");
            return;
        }
        List.of(epoch, progress, speed)
                .forEach(node -> node.setDisable(!runs.shown().isInWindow()));
        TrainingSnapshot now = runs.snapshotProperty().get().get();
        boolean within = active || now.step() > now.epoch() * now.stepsPerEpoch();
        int shownEpoch = Math.min(now.epochs(), now.epoch() + (within ? 1 : 0));
        epoch.setText("epoch " + shownEpoch + " of " + now.epochs());
        long steps = (long) now.epochs() * now.stepsPerEpoch();
        progress.setProgress(steps == 0 ? 0 : (double) now.step() / steps);
        speed.setText(runs.shown().isInWindow() ? Pace.of(now) : runs.name().orElse(""));
    }

    /** How far the run is: beside another network that is shown in its place that is news only while it goes on. */
    private boolean isTold() {
        return runs.shown().isInWindow() || runs.isActive();
    }

    private String startWords(boolean active) {
        if (active) {
            return "Wait after this step (F5)";
        }
        if (runs.shown().canResume()) {
            return "Go on with " + runs.shown().kept().map(SavedRun::name).orElse("the run") + " (F5)";
        }
        if (runs.shown().isDone()) {
            return "A new run with the same settings, from another seed (F5)";
        }
        return runs.changed().isPending() ? "Begin a new run with the changed settings (F5)" : "Train (F5)";
    }

    /** Puts more into the menu of how the window looks. */
    void addLook(List<? extends MenuItem> items) {
        look.getItems().add(new SeparatorMenuItem());
        look.getItems().addAll(items);
    }

    /** Whether it says how fast the run is and what time is left, which it does where there is room. */
    ReadOnlyBooleanProperty tellsPaceProperty() {
        return speed.visibleProperty();
    }

    Button helpButton() {
        return help;
    }
}
