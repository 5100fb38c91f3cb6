package org.whorl.ui.view.networks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunName;
import org.whorl.ui.task.BackgroundJob;

/** The runs and models there are: read in the background, sorted, filtered by words, chosen, named. Needs no screen. FX thread only. */
public final class CardsModel {
    /** As many as Compare has room for. */
    static final int MOST_COMPARED = 3;
    /** Cards that are shown at once while others are still being read. */
    private static final int BATCH = 8;

    private final Supplier<Path> runs;
    private final BackgroundJob<List<NetworkCard>> reading;
    private final Executor fx;
    private final Map<ModelSource, NetworkCard> known = new HashMap<>();
    private boolean knownDark;
    private List<NetworkCard> all = List.of();
    private final ReadOnlyObjectWrapper<List<NetworkCard>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<CardOrder> order = new SimpleObjectProperty<>(CardOrder.NEWEST);
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ModelSource>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ModelSource>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * No cards before {@link #refresh}.
     *
     * @param runs where runs are kept
     * @param fx runs what is to run on the FX thread
     */
    public CardsModel(Supplier<Path> runs, Executor fx) {
        this.runs = runs;
        reading = new BackgroundJob<>("whorl-cards", fx);
        this.fx = fx;
        order.addListener(o -> arrange());
        words.addListener(o -> arrange());
    }

    /**
     * Looks what there is by now; what has not changed is not read again.
     *
     * @param dark whether pictures are for a dark window
     */
    public void refresh(boolean dark) {
        if (dark != knownDark) {
            known.clear();
            knownDark = dark;
        }
        Path folder = runs.get();
        Map<ModelSource, NetworkCard> before = Map.copyOf(known);
        reading.replace("Reading …", report -> read(folder, dark, before, report), this::take, problem::set);
    }

    private List<NetworkCard> read(
            Path folder, boolean dark, Map<ModelSource, NetworkCard> before, BackgroundJob.Report report)
            throws IOException {
        List<ModelSource> sources = CardReader.sources(folder);
        CardReader reader = new CardReader(dark);
        List<NetworkCard> cards = new ArrayList<>();
        int fresh = 0;
        for (ModelSource source : sources) {
            NetworkCard old = before.get(source);
            boolean same = old != null && old.stamp() == CardReader.stamp(source);
            cards.add(same ? old : reader.read(source));
            if (!same && ++fresh % BATCH == 0) {
                List<NetworkCard> part = List.copyOf(cards);
                report.tell(() -> takePart(part));
            }
            if (!report.report("Reading " + source.words() + " …", cards.size(), sources.size())) {
                break;
            }
        }
        return cards;
    }

    /** What was there before stays until all is read. */
    private void takePart(List<NetworkCard> part) {
        part.forEach(card -> known.put(card.source(), card));
        if (all.size() < part.size()) {
            all = part;
            arrange();
        }
    }

    private void take(List<NetworkCard> cards) {
        problem.set("");
        known.clear();
        cards.forEach(card -> known.put(card.source(), card));
        all = cards;
        List<ModelSource> there = cards.stream().map(NetworkCard::source).toList();
        chosen.set(chosen.get().stream().filter(there::contains).toList());
        arrange();
    }

    private void arrange() {
        List<String> wanted = Stream.of(
                        words.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        shown.set(all.stream()
                .filter(card -> card.says(wanted))
                .sorted(order.get().order())
                .toList());
        if (card(current.get()).isEmpty()) {
            current.set(shown.get().stream().findFirst().map(NetworkCard::source));
        }
    }

    /** The cards that have all the words, in order. */
    ReadOnlyObjectProperty<List<NetworkCard>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How many there are without the words. */
    int count() {
        return all.size();
    }

    ObjectProperty<CardOrder> orderProperty() {
        return order;
    }

    /** What cards have to say to be shown. */
    StringProperty wordsProperty() {
        return words;
    }

    /** Which are chosen to be compared, in the order of choosing. */
    ReadOnlyObjectProperty<List<ModelSource>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses a network, or lets go of it; what cannot be read is not chosen. */
    void choose(NetworkCard card) {
        List<ModelSource> next = new ArrayList<>(chosen.get());
        if (!next.remove(card.source()) && card.isWhole() && next.size() < MOST_COMPARED) {
            next.add(card.source());
        }
        chosen.set(List.copyOf(next));
    }

    /** Whether as many are chosen as can be compared. */
    boolean isFull() {
        return chosen.get().size() >= MOST_COMPARED;
    }

    /** Whose card the keys act on; empty where none is shown. */
    ReadOnlyObjectProperty<Optional<ModelSource>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    void goTo(NetworkCard card) {
        current.set(Optional.of(card.source()));
    }

    /** The card that the keys act on. */
    Optional<NetworkCard> currentCard() {
        return card(current.get());
    }

    private Optional<NetworkCard> card(Optional<ModelSource> source) {
        return shown.get().stream()
                .filter(card -> source.equals(Optional.of(card.source())))
                .findFirst();
    }

    /** Names a run; with no words, it is called as its folder again. */
    void name(NetworkCard card, String text) {
        Optional<RunName> name;
        try {
            name = text.isBlank() ? Optional.empty() : Optional.of(new RunName(text.strip()));
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
            return;
        }
        Path folder = Path.of(card.source().place());
        // A job of its own: none takes the place of another that has not begun.
        new BackgroundJob<Void>("whorl-naming", fx)
                .replace(
                        "",
                        report -> {
                            RunName.give(folder, name);
                            return null;
                        },
                        done -> {
                            problem.set("");
                            replace(card.with(name.map(RunName::name)));
                        },
                        problem::set);
    }

    private void replace(NetworkCard card) {
        known.put(card.source(), card);
        all = all.stream().map(c -> c.source().equals(card.source()) ? card : c).toList();
        arrange();
    }

    /** How far the reading has come. */
    ReadOnlyObjectProperty<BackgroundJob.State> readingProperty() {
        return reading.stateProperty();
    }

    /** One line about what went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
