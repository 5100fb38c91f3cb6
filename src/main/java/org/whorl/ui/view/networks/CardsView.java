package org.whorl.ui.view.networks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunName;
import org.whorl.ui.task.BackgroundJob;

/** Runs and models as cards, with a search above, and below what can be done with those that are chosen. */
public final class CardsView extends VBox {
    private final CardsModel model;
    private final Consumer<ModelSource> open;
    private final Consumer<List<ModelSource>> compare;
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final Label current = new Label();
    private final Label problem = new Label();
    private final TextField name = new TextField();
    private final Button openButton = new Button("Open");
    private final Button compareButton = new Button("Compare");
    private final Label most = new Label();
    private final Button close = new Button("Close");
    private final CardGrid grid;

    /**
     * A view of what the model has found.
     *
     * @param lacking whether a set's images are not on this machine
     * @param open opens a network
     * @param compare compares networks
     * @param leave goes back to where one was
     */
    public CardsView(
            CardsModel model,
            Predicate<String> lacking,
            Consumer<ModelSource> open,
            Consumer<List<ModelSource>> compare,
            Runnable leave) {
        super(10);
        this.model = model;
        this.open = open;
        this.compare = compare;
        getStyleClass().addAll("card", "cards-view");
        for (String sheet : List.of("views.css", "networks.css")) {
            getStylesheets()
                    .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/" + sheet))
                            .toExternalForm());
        }
        grid = new CardGrid(model, lacking, this::open);
        VBox.setVgrow(grid, Priority.ALWAYS);
        close.setOnAction(e -> leave.run());
        getChildren().addAll(head(), grid, foot());
        model.shownProperty().addListener(o -> update());
        model.currentProperty().addListener(o -> update());
        model.chosenProperty().addListener(o -> update());
        model.readingProperty().addListener(o -> update());
        model.problemProperty().addListener((o, was, is) -> update());
        update();
    }

    private Node head() {
        Label title = new Label("Runs and models");
        title.getStyleClass().add("card-title");
        search.setId("cards-search");
        search.setPromptText("words: c6, mnist, invariant …");
        search.setAccessibleText("Words that a run or a model has to have");
        search.setPrefColumnCount(20);
        search.textProperty().bindBidirectional(model.wordsProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                grid.requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                open();
                e.consume();
            }
        });
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::searchFor);
        LabelledChoice<CardOrder> order =
                LabelledChoice.of("sort by:", model.orderProperty(), CardOrder::label, List.of(CardOrder.values()));
        order.box().setId("cards-order");
        count.getStyleClass().add("muted");
        return line(title, search, order, count, gap(), close);
    }

    /** Letters that are typed over the cards are words to look for; space chooses there. */
    private void searchFor(KeyEvent e) {
        boolean command = e.isShortcutDown() || e.isAltDown() || e.isControlDown() || e.isMetaDown();
        if (command
                || e.getCharacter().isBlank()
                || Character.isISOControl(e.getCharacter().charAt(0))) {
            return;
        }
        search.requestFocus();
        search.end();
        search.appendText(e.getCharacter());
        e.consume();
    }

    private Node foot() {
        current.getStyleClass().add("strong");
        current.setMinWidth(0);
        problem.getStyleClass().add("problem");
        problem.setMinWidth(0);
        name.setId("cards-name");
        name.setPrefColumnCount(16);
        name.setPromptText("a name of your own");
        name.setAccessibleText("A name for this run");
        name.setTooltip(new Tooltip("Kept in the run’s folder, in " + RunName.FILE + "; empty for the folder’s name"));
        name.setOnAction(e -> {
            rename();
            grid.requestFocus();
        });
        name.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                rename();
            }
        });
        openButton.setId("cards-open");
        openButton.setTooltip(new Tooltip("Show it in all views (Enter)"));
        openButton.setOnAction(e -> open());
        compareButton.setId("cards-compare");
        compareButton.setTooltip(new Tooltip("Side by side, two or three that are chosen (Space chooses)"));
        compareButton.setOnAction(e -> compare.accept(model.chosenProperty().get()));
        most.setId("cards-most");
        most.getStyleClass().add("muted");
        most.setMinWidth(USE_PREF_SIZE);
        for (Button button : new Button[] {openButton, compareButton, close}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        Label naming = new Label("name:");
        naming.getStyleClass().add("muted");
        naming.setLabelFor(name);
        naming.setMinWidth(USE_PREF_SIZE);
        naming.visibleProperty().bind(name.visibleProperty());
        return line(current, naming, name, problem, gap(), most, compareButton, openButton);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Optional<NetworkCard> named = Optional.empty();

    private void rename() {
        named.filter(card -> !name.getText().strip().equals(card.given().orElse("")))
                .ifPresent(card -> model.name(card, name.getText()));
    }

    private void open() {
        model.currentCard()
                .filter(NetworkCard::isWhole)
                .map(NetworkCard::source)
                .ifPresent(open);
    }

    private void update() {
        BackgroundJob.State reading = model.readingProperty().get();
        int shown = model.shownProperty().get().size();
        count.setText(
                reading.running() && model.count() == 0
                        ? reading.words()
                        : shown == model.count() ? shown + " in all" : shown + " of " + model.count());
        Optional<NetworkCard> card = model.currentCard();
        current.setText(card.map(NetworkCard::title).orElse(""));
        Optional<NetworkCard> run = card.filter(c -> c.source().kind() == ModelSource.Kind.RUN);
        name.setVisible(run.isPresent());
        if (!run.equals(named)) {
            named = run;
            name.setText(run.flatMap(NetworkCard::given).orElse(""));
        }
        openButton.setDisable(card.filter(NetworkCard::isWhole).isEmpty());
        int chosen = model.chosenProperty().get().size();
        compareButton.setText(chosen == 0 ? "Compare" : "Compare " + chosen);
        compareButton.setDisable(chosen < 2);
        most.setText("at most " + CardsModel.MOST_COMPARED);
        most.setVisible(model.isFull());
        String wrong = model.problemProperty().get();
        problem.setText(wrong.isEmpty() ? card.map(NetworkCard::problem).orElse("") : wrong);
    }

    /** Gives the focus to what one begins with: the cards, where there are some. */
    public void begin() {
        grid.requestFocus();
    }
}
