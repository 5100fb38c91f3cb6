package org.whorl.ui.model.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;

/** The fields of a {@link NetworkSpec}. */
public final class NetworkForm extends Form<NetworkSpec> {
    private static final int DIGITS = 10;

    private final ObjectProperty<Support> support = new SimpleObjectProperty<>(Support.DISC);
    private final ObjectProperty<FiniteGroup> group = new SimpleObjectProperty<>(CyclicGroup.ofAngle(60));
    private final StringProperty baseFilters = text();
    private final StringProperty layers = text();
    private final StringProperty kernel = text();
    private final BooleanProperty dense = new SimpleBooleanProperty();
    private final ObjectProperty<Unfolding> unfolding = new SimpleObjectProperty<>();
    private final ObjectProperty<WeightTying> tying = new SimpleObjectProperty<>();
    private final ObjectProperty<Shrinkage> shrinkage = new SimpleObjectProperty<>();
    private final StringProperty stepSize = text();
    private final StringProperty threshold = text();
    private final BooleanProperty thresholdLearned = new SimpleBooleanProperty();
    private final ObjectProperty<Sharing> sharing = new SimpleObjectProperty<>();
    private final ObjectProperty<Normalization> norm = new SimpleObjectProperty<>();
    private final ObjectProperty<HeadKind> head = new SimpleObjectProperty<>();
    private final ObjectProperty<Interpolation> interpolation = new SimpleObjectProperty<>();
    private final ObjectProperty<GeneratorKind> generator = new SimpleObjectProperty<>(GeneratorKind.FIXED);
    private final ObjectProperty<Aim> aim = new SimpleObjectProperty<>();
    private final StringProperty classify = text();
    private final StringProperty reconstruct = text();
    private ImageShape input = new ImageShape(1, 28, 28);
    private int classes = DIGITS;
    private int bank;
    private boolean regrouping;

    /** The paper's network with rotations of 60°, for images of 28×28. */
    public NetworkForm() {
        watch(baseFilters, layers, kernel, dense, unfolding, tying, shrinkage, stepSize, threshold);
        watch(thresholdLearned, sharing, norm, head, interpolation, support, generator, classify, reconstruct);
        set(NetworkSpec.paper(input, classes, group.get()));
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
        generator.addListener((o, old, now) -> learnAngle(now));
        aim.addListener((o, old, now) -> aimAt(now));
        valueProperty().addListener((o, old, now) -> aim.set(Aim.of(now.objective())));
        group.addListener((o, old, now) -> regroup(now));
        baseFilters.addListener(o -> {
            if (!isFilling() && problemProperty().get().isEmpty()) {
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

    /** What learning an angle needs: interpolation without kinks, where filters turn into themselves. */
    private void learnAngle(GeneratorKind next) {
        if (!isFilling() && next.learnsAngle()) {
            interpolation.set(Interpolation.BICUBIC);
            support.set(Support.DISC);
        }
    }

    private void aimAt(Aim next) {
        if (isFilling() || next == Aim.of(getValue().objective())) {
            return;
        }
        // Never both 0 in between, which would be no objective.
        reconstruct.set(format(
                Math.max(next.usual().reconstruct(), getValue().objective().reconstruct())));
        classify.set(format(next.usual().classify()));
        reconstruct.set(format(next.usual().reconstruct()));
    }

    @Override
    NetworkSpec build() {
        int base = whole("filters", baseFilters);
        int depth = whole("layers", layers);
        int side = whole("kernel", kernel);
        double step = number("step", stepSize);
        double lambda = number("lambda", threshold);
        Objective weights = new Objective(number("classify", classify), number("reconstruct", reconstruct));
        return NetworkSettings.ALL.make(NetworkSettings.ALL
                .usual()
                .with(NetworkSettings.INPUT, input)
                .with(NetworkSettings.CLASSES, classes)
                .with(NetworkSettings.GROUP, group.get())
                .with(NetworkSettings.BASE_FILTERS, base)
                .with(NetworkSettings.LAYERS, depth)
                .with(NetworkSettings.KERNEL, side)
                .with(NetworkSettings.DENSE, dense.get())
                .with(NetworkSettings.UNFOLDING, unfolding.get())
                .with(NetworkSettings.TYING, tying.get())
                .with(NetworkSettings.SHRINKAGE, shrinkage.get())
                .with(NetworkSettings.STEP, step)
                .with(NetworkSettings.THRESHOLD, lambda)
                .with(NetworkSettings.THRESHOLD_LEARNED, thresholdLearned.get())
                .with(NetworkSettings.SHARING, sharing.get())
                .with(NetworkSettings.NORM, norm.get())
                .with(NetworkSettings.HEAD, head.get())
                .with(NetworkSettings.INTERPOLATION, interpolation.get())
                .with(NetworkSettings.OBJECTIVE, weights)
                .with(NetworkSettings.SUPPORT, support.get())
                .with(NetworkSettings.GENERATOR, generator.get()));
    }

    @Override
    void show(NetworkSpec from) {
        generator.set(from.generator());
        bank = regrouping ? bank : from.filters();
        input = from.input();
        classes = from.classes();
        group.set(from.group());
        baseFilters.set(Integer.toString(from.baseFilters()));
        layers.set(Integer.toString(from.layers()));
        kernel.set(Integer.toString(from.kernel()));
        dense.set(from.dense());
        unfolding.set(from.unfolding());
        tying.set(from.tying());
        shrinkage.set(from.shrinkage());
        stepSize.set(format(from.stepSize()));
        threshold.set(format(from.threshold()));
        thresholdLearned.set(from.thresholdLearned());
        sharing.set(from.sharing());
        norm.set(from.norm());
        head.set(from.head());
        interpolation.set(from.interpolation());
        support.set(from.support());
        aim.set(Aim.of(from.objective()));
        classify.set(format(from.objective().classify()));
        reconstruct.set(format(from.objective().reconstruct()));
    }

    /** Sets what the data decide. */
    public void setInput(ImageShape shape, int newClasses) {
        input = shape;
        classes = newClasses;
        set(getValue().withInput(shape, newClasses));
    }

    public ObjectProperty<Support> supportProperty() {
        return support;
    }

    /** The group; the dial. */
    public ObjectProperty<FiniteGroup> groupProperty() {
        return group;
    }

    /** About how many filters the bank has, whatever the group. */
    public int bank() {
        return bank;
    }

    public StringProperty baseFiltersProperty() {
        return baseFilters;
    }

    public StringProperty layersProperty() {
        return layers;
    }

    public StringProperty kernelProperty() {
        return kernel;
    }

    public BooleanProperty denseProperty() {
        return dense;
    }

    public ObjectProperty<Unfolding> unfoldingProperty() {
        return unfolding;
    }

    public ObjectProperty<WeightTying> tyingProperty() {
        return tying;
    }

    public ObjectProperty<Shrinkage> shrinkageProperty() {
        return shrinkage;
    }

    public StringProperty stepSizeProperty() {
        return stepSize;
    }

    public StringProperty thresholdProperty() {
        return threshold;
    }

    public BooleanProperty thresholdLearnedProperty() {
        return thresholdLearned;
    }

    public ObjectProperty<Sharing> sharingProperty() {
        return sharing;
    }

    public ObjectProperty<Normalization> normProperty() {
        return norm;
    }

    public ObjectProperty<HeadKind> headProperty() {
        return head;
    }

    public ObjectProperty<Interpolation> interpolationProperty() {
        return interpolation;
    }

    /** Where the angle comes from; one that is learned needs {@link Interpolation#BICUBIC}, which choosing it sets. */
    public ObjectProperty<GeneratorKind> generatorProperty() {
        return generator;
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
