package org.whorl.ui.model.settings;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.setting.Kind;
import org.whorl.setting.Values;
import org.whorl.training.AngleDefaults;

/** The fields of a {@link NetworkSpec}, of which some bring others with them; the objective is set by its weights. */
public final class NetworkForm extends SettingsForm<NetworkSpec> {
    private static final int DIGITS = 10;

    private final ObjectProperty<Aim> aim = new SimpleObjectProperty<>();
    private final StringProperty classify = text();
    private final StringProperty reconstruct = text();
    private int bank;
    private boolean regrouping;

    /** What the form said before a generator was to be learned; null before. */
    private NetworkSpec beforeLearning;

    /** What was set for it. */
    private NetworkSpec usual;

    /** The usual network with rotations of 60°, for images of 28×28. */
    public NetworkForm() {
        super(NetworkSettings.ALL, Set.of(NetworkSettings.GROUP));
        watch(classify, reconstruct);
        set(NetworkSpec.usual(new ImageShape(1, 28, 28), DIGITS, CyclicGroup.ofAngle(60)));
        ObjectProperty<HeadKind> head = choice(NetworkSettings.HEAD);
        ObjectProperty<Sharing> sharing = choice(NetworkSettings.SHARING);
        // The head that joins rotations is only invariant where an orbit shares its thresholds and norms.
        head.addListener((o, old, now) -> {
            if (now == HeadKind.INVARIANT) {
                sharing.set(Sharing.ORBIT);
            }
        });
        sharing.addListener((o, old, now) -> {
            if (now == Sharing.FILTER) {
                head.set(HeadKind.PLAIN);
            }
        });
        choice(NetworkSettings.GENERATOR).addListener((o, old, now) -> learnGenerator(old, now));
        aim.addListener((o, old, now) -> aimAt(now));
        valueProperty().addListener((o, old, now) -> aim.set(Aim.of(now.objective())));
        groupProperty().addListener((o, old, now) -> regroup(now));
        text(NetworkSettings.BASE_FILTERS).addListener(o -> {
            if (!isFilling()) {
                bank = getValue().filters();
            }
        });
    }

    /** The dial keeps the bank's size as near as whole orbits allow, however far it has been turned in between. */
    private void regroup(FiniteGroup next) {
        if (isFilling()) {
            return;
        }
        regrouping = true;
        try {
            NetworkSpec now = getValue();
            boolean usual = now.support() == Support.usualFor(now.group());
            set(now.withGroup(next).withFilters(bank).withSupport(usual ? Support.usualFor(next) : now.support()));
        } catch (IllegalArgumentException e) {
            report(e);
        } finally {
            regrouping = false;
        }
    }

    /**
     * What is usual for a generator that is learned, as for the command; where nothing of it was changed since, what was there before comes
     * back with a fixed one.
     */
    private void learnGenerator(GeneratorKind was, GeneratorKind next) {
        if (isFilling()) {
            return;
        }
        if (next.learnsOne()) {
            NetworkSpec fixed = was.learnsOne() ? beforeLearning : getValue();
            takeUsual();
            beforeLearning = fixed;
        } else if (beforeLearning != null
                && problemProperty().get().isEmpty()
                && getValue().withGenerator(was).equals(usual)) {
            NetworkSpec now = getValue();
            set(beforeLearning
                    .withInput(now.input(), now.classes())
                    .withGroup(now.group())
                    .withObjective(now.objective())
                    .withGenerator(next));
        }
    }

    private void takeUsual() {
        try {
            set(AngleDefaults.in(values(), option -> false));
            usual = getValue();
        } catch (IllegalArgumentException e) {
            report(e);
        }
    }

    private void aimAt(Aim next) {
        if (isFilling() || next == Aim.of(getValue().objective())) {
            return;
        }
        // Never both 0 in between, which would be no objective.
        reconstruct.set(Kind.format(
                Math.max(next.usual().reconstruct(), getValue().objective().reconstruct())));
        classify.set(Kind.format(next.usual().classify()));
        reconstruct.set(Kind.format(next.usual().reconstruct()));
        if (getValue().generator().learnsOne()) {
            takeUsual();
        }
    }

    @Override
    Values<NetworkSpec> values() {
        return super.values()
                .with(
                        NetworkSettings.OBJECTIVE,
                        new Objective(number("classify", classify), number("reconstruct", reconstruct)));
    }

    @Override
    void show(NetworkSpec from) {
        bank = regrouping ? bank : from.filters();
        super.show(from);
        aim.set(Aim.of(from.objective()));
        classify.set(Kind.format(from.objective().classify()));
        reconstruct.set(Kind.format(from.objective().reconstruct()));
    }

    /** Sets what the data decide. */
    public void setInput(ImageShape shape, int classes) {
        change(() -> {
            choice(NetworkSettings.INPUT).set(shape);
            text(NetworkSettings.CLASSES).set(Integer.toString(classes));
        });
    }

    /** The group; the dial. */
    public ObjectProperty<FiniteGroup> groupProperty() {
        return choice(NetworkSettings.GROUP);
    }

    /** About how many filters the bank has, whatever the group. */
    public int bank() {
        return bank;
    }

    /** What training is for; choosing it sets the weights to their usual values. */
    public ObjectProperty<Aim> aimProperty() {
        return aim;
    }

    /** The weight of the cross-entropy. */
    public StringProperty classifyProperty() {
        return classify;
    }

    /** The weight of the reconstruction. */
    public StringProperty reconstructProperty() {
        return reconstruct;
    }
}
