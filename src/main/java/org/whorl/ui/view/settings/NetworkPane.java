package org.whorl.ui.view.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;
import org.whorl.ui.model.settings.Aim;
import org.whorl.ui.model.settings.NetworkForm;

/** The network's settings. */
public final class NetworkPane extends SettingsPane {
    private final NetworkForm form;

    public NetworkPane(NetworkForm form) {
        super("Network");
        this.form = form;
        arrange(
                form,
                List.of(
                        SettingRow.choice(
                                "Objective",
                                "objective",
                                form.aimProperty(),
                                Aim.class,
                                Aim::label,
                                "To name an image’s class, to tell the image again by its code (an autoencoder, which does"
                                        + " best with nothing between its layers), or both by their weights."),
                        new SettingRow(
                                "Base filters",
                                "filters",
                                withNote(
                                        NumberField.counting(form.baseFiltersProperty()),
                                        spec -> "× " + spec.group().order() + " = " + spec.filters()),
                                "Learned filters a layer, times their rotations: the size of the filter bank."),
                        new SettingRow(
                                "Layers",
                                "layers",
                                NumberField.counting(form.layersProperty()),
                                "How many iterations are unfolded."),
                        new SettingRow(
                                "Kernel",
                                "kernel",
                                withNote(
                                        NumberField.counting(form.kernelProperty()),
                                        spec -> "× " + (spec.dense() ? "image" : spec.kernel())),
                                "The filters' side in pixels; dense networks use the whole image."),
                        new SettingRow(
                                "Threshold λ",
                                "lambda",
                                withNote(
                                        NumberField.doubling(form.thresholdProperty()),
                                        spec -> "λ·α = " + significant(spec.threshold() * spec.stepSize())),
                                "What a code has to exceed, after multiplication with the step size, to be kept."),
                        new SettingRow(
                                "Step size α",
                                "step",
                                NumberField.doubling(form.stepSizeProperty()),
                                "The length of a gradient step inside the network."),
                        SettingRow.choice(
                                "Head",
                                "head",
                                form.headProperty(),
                                HeadKind.class,
                                h -> h == HeadKind.PLAIN ? "plain" : "invariant",
                                "Plain is the paper's; invariant joins the scores of all rotations, and shares thresholds and"
                                        + " norms along orbits.")),
                List.of(
                        new SettingRow(
                                "Weight of classes",
                                "classify",
                                NumberField.doubling(form.classifyProperty()),
                                "How much the cross-entropy counts in the objective; 0 for not at all."),
                        new SettingRow(
                                "Weight of images",
                                "reconstruct",
                                NumberField.doubling(form.reconstructProperty()),
                                "How much the reconstruction, ½‖x − x̂‖² + λ‖z‖₁, counts in the objective; 0 for not at all."),
                        SettingRow.choice(
                                "Iteration",
                                "unfolding",
                                form.unfoldingProperty(),
                                Unfolding.class,
                                Enum::name,
                                "FISTA has momentum, ISTA has none."),
                        SettingRow.choice(
                                "Filters of layers",
                                "tying",
                                form.tyingProperty(),
                                WeightTying.class,
                                t -> t == WeightTying.UNTIED ? "own per layer" : "same for all",
                                "Whether every layer has a filter bank of its own."),
                        SettingRow.choice(
                                "Shrinkage",
                                "shrinkage",
                                form.shrinkageProperty(),
                                Shrinkage.class,
                                s -> s == Shrinkage.SOFT ? "two-sided" : "non-negative",
                                "Whether codes may be negative."),
                        SettingRow.choice(
                                "λ and norms",
                                "sharing",
                                form.sharingProperty(),
                                Sharing.class,
                                s -> s == Sharing.FILTER ? "per filter" : "per orbit",
                                "Shared along orbits they keep the network equivariant."),
                        SettingRow.choice(
                                "Between layers",
                                "norm",
                                form.normProperty(),
                                Normalization.class,
                                n -> n == Normalization.BATCH ? "batch norm" : "nothing",
                                "Batch norm helps to classify; without it each layer tells the image better than the one"
                                        + " before, as FISTA does."),
                        SettingRow.choice(
                                "Interpolation",
                                "interpolation",
                                form.interpolationProperty(),
                                Interpolation.class,
                                i -> i.name().toLowerCase(Locale.ROOT),
                                "How filters are rotated by angles that the pixel grid does not bear."),
                        SettingRow.choice(
                                "Rotation angle",
                                "generator",
                                form.generatorProperty(),
                                List.of(
                                        GeneratorKind.FIXED,
                                        GeneratorKind.LEARNED,
                                        GeneratorKind.LEARNED_BY_LAYER,
                                        GeneratorKind.MATRIX_BY_FILTER),
                                NetworkPane::words,
                                "Set by the dial, or learned: then the dial says how many copies a filter has, and Generator"
                                        + " shows how the angle is found. Best with few filters, the same for all layers. With a matrix a filter"
                                        + " copies need not be rotations."),
                        SettingRow.choice(
                                "Filters live on",
                                "support",
                                form.supportProperty(),
                                Support.class,
                                s -> s == Support.SQUARE ? "the square" : "the disc",
                                "The disc inside the kernel turns into itself; the square's corners are lost by every rotation"
                                        + " but quarter turns."),
                        SettingRow.toggle(
                                "Learn λ",
                                "thresholdLearned",
                                form.thresholdLearnedProperty(),
                                "Whether training changes the thresholds."),
                        SettingRow.toggle(
                                "Dense",
                                "dense",
                                form.denseProperty(),
                                "Atoms as large as the image, instead of filters that are moved over it.")));
    }

    private static String words(GeneratorKind kind) {
        return switch (kind) {
            case FIXED -> "as set";
            case LEARNED -> "learned";
            case LEARNED_BY_LAYER -> "learned by layer";
            case MATRIX_BY_FILTER -> "a matrix a filter";
            case MATRIX -> "a matrix";
        };
    }

    private HBox withNote(NumberField field, java.util.function.Function<NetworkSpec, String> note) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(() -> note.apply(form.getValue()), form.valueProperty()));
        return new NotedField(field, label);
    }

    private static String significant(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
