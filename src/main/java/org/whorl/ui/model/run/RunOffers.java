package org.whorl.ui.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

import org.whorl.group.FiniteGroup;
import org.whorl.network.ParameterCount;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** Which network is shown, what the next run would be, and what can be done about either, for people. Needs no screen. FX thread only. */
public final class RunOffers {
    private final LabState lab;
    private final Settings settings;
    private final RunController runs;

    public RunOffers(LabState lab, Settings settings, RunController runs) {
        this.lab = lab;
        this.settings = settings;
        this.runs = runs;
    }

    /** “digits-c6, 99.4 %”: the network that is shown, and its latest accuracy on test images where it names classes; empty before there is one. */
    public String shown() {
        ShownNetwork network = lab.getShown();
        if (network == null) {
            return "";
        }
        String accuracy = accuracy(network)
                .map(a -> String.format(Locale.ROOT, ", %.1f %%", 100 * a))
                .orElse("");
        return network.title() + accuracy;
    }

    private Optional<Double> accuracy(ShownNetwork network) {
        if (!network.namesClasses()) {
            return Optional.empty();
        }
        Optional<Double> measured = runs.shown()
                .curves()
                .map(Curves::testAccuracy)
                .filter(curve -> curve.size() > 0)
                .map(Curve::latest);
        return measured.or(() -> Optional.ofNullable(network.provenance().get("testAccuracy"))
                        .filter(Number.class::isInstance)
                        .map(a -> ((Number) a).doubleValue()))
                .filter(a -> !a.isNaN());
    }

    /** Whether a network is shown in place of the run in the window, whose settings it does not have. */
    private boolean another() {
        return !runs.isActive()
                && !runs.shown().isInWindow()
                && runs.shown().kept().isEmpty()
                && lab.getShown() != null
                && !lab.getShown().spec().equals(settings.planProperty().get().network());
    }

    /** The settings that a next run would have. */
    public ObservableValue<RunSettings> plan() {
        return settings.planProperty();
    }

    /** “C4, 13,600 parameters”: the next run, where one would be begun that differs from what is shown; else empty. */
    public String next() {
        boolean begins = now().stream().anyMatch(offer -> offer.id().equals("train")) || another();
        if (!begins || !settings.isValid()) {
            return "";
        }
        RunSettings plan = settings.planProperty().get();
        FiniteGroup group = plan.network().group();
        String data = lab.getShown() == null
                        || lab.getShown()
                                .trainedOn()
                                .equals(Optional.of(plan.data().name()))
                ? ""
                : " on " + plan.data().name();
        return (group.order() == 1 ? "baseline" : group.symbol())
                + data
                + String.format(
                        Locale.ROOT,
                        ", %,d parameters",
                        ParameterCount.of(plan.network()).total());
    }

    /** Why what is offered is offered; empty where that is plain. */
    public String notice() {
        PendingSettings changed = runs.changed();
        if (changed.isPending()) {
            return changed.applicableProperty().get() ? "Enter: this run goes on with the changed settings." : "";
        }
        return undoable().orElse("");
    }

    /** What was put away is of no concern while another network is looked at. */
    private Optional<String> undoable() {
        return runs.undoableProperty().get().filter(words -> runs.shown().isInWindow());
    }

    /** Whether what was done a moment ago can be taken back. */
    public boolean canUndo() {
        return undoable().isPresent();
    }

    /** What can be done now, the likeliest first; empty while there is nothing but to wait. */
    public List<RunOffer> now() {
        List<RunOffer> offers = new ArrayList<>();
        PendingSettings changed = runs.changed();
        boolean pending = changed.isPending();
        // Before more has been learned that is likely; after a whole run it is one thing among others.
        boolean atOnce =
                canUndo() && !pending && !runs.isActive() && !runs.shown().isDone();
        if (atOnce) {
            offers.add(undo("Undo"));
        }
        if (pending) {
            if (changed.applicableProperty().get()) {
                offers.add(
                        new RunOffer("apply", "Go on with these", "The run takes the settings over", changed::apply));
            }
            offers.add(train(runs.isActive() ? "Train this instead" : "Train this"));
            offers.add(new RunOffer(
                    "revert",
                    "Keep the run’s settings",
                    "The settings become those of the run again",
                    changed::revert));
        } else if (!runs.isActive()) {
            offers.addAll(idle());
        }
        if (canUndo() && !atOnce) {
            offers.add(undo(pending ? "Bring back the last run" : "Undo"));
        }
        if (changed.replacedProperty().get().isPresent()) {
            offers.add(new RunOffer(
                    "bring-back-settings",
                    "Bring back my settings",
                    "The settings of before, which gave way to those of what was opened (Ctrl+Z)",
                    changed::bringBack));
        }
        return offers;
    }

    private List<RunOffer> idle() {
        List<RunOffer> offers = new ArrayList<>();
        runs.continuableProperty()
                .get()
                .ifPresent(words -> offers.add(
                        new RunOffer("go-on", words, "The same run, from where it is (Ctrl+G)", runs::goOn)));
        if (runs.shown().isDone()) {
            offers.add(new RunOffer(
                    "again",
                    "Train again",
                    "A new run with the same settings, from another seed: the same one would make the same bits",
                    runs::trainAgain));
        } else if (runs.shown().canResume()) {
            if (offers.isEmpty()) {
                offers.add(new RunOffer("resume", "Resume", "Go on with the run (F5)", runs::start));
            }
        } else {
            offers.add(train("Train this"));
        }
        return offers;
    }

    private RunOffer train(String words) {
        return new RunOffer("train", words, "Begin a new run with the settings on the left", runs::start);
    }

    private RunOffer undo(String words) {
        return new RunOffer("undo", words, undoable().orElse("") + " This takes it back (Ctrl+Z).", runs::undo);
    }
}
