package org.whorl.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.Augmentation;
import org.whorl.data.Whitening;
import org.whorl.figure.Layout;
import org.whorl.figure.Scaling;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.HeadKind;
import org.whorl.network.Normalization;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.paper.Preset;
import org.whorl.training.Schedule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes one of a few words. */
abstract class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final Map<String, E> words = new LinkedHashMap<>();

    Choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            words.put(word(constant), constant);
        }
    }

    /** What a constant is called on the command line. */
    String word(E constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public E convert(String value) {
        E constant = words.get(value.toLowerCase(Locale.ROOT));
        if (constant == null) {
            List<String> all = new ArrayList<>(words.keySet());
            throw new TypeConversionException("expected one of " + String.join(", ", all) + ", found " + value);
        }
        return constant;
    }

    @Override
    public Iterator<String> iterator() {
        return words.keySet().iterator();
    }

    static final class OfUnfolding extends Choice<Unfolding> {
        OfUnfolding() {
            super(Unfolding.class);
        }
    }

    static final class OfShrinkage extends Choice<Shrinkage> {
        OfShrinkage() {
            super(Shrinkage.class);
        }

        @Override
        String word(Shrinkage shrinkage) {
            return shrinkage == Shrinkage.NON_NEGATIVE ? "nonneg" : super.word(shrinkage);
        }
    }

    static final class OfHead extends Choice<HeadKind> {
        OfHead() {
            super(HeadKind.class);
        }
    }

    static final class OfSharing extends Choice<Sharing> {
        OfSharing() {
            super(Sharing.class);
        }
    }

    static final class OfNorm extends Choice<Normalization> {
        OfNorm() {
            super(Normalization.class);
        }
    }

    static final class OfInterpolation extends Choice<Interpolation> {
        OfInterpolation() {
            super(Interpolation.class);
        }
    }

    static final class OfSupport extends Choice<Support> {
        OfSupport() {
            super(Support.class);
        }
    }

    static final class OfWhitening extends Choice<Whitening> {
        OfWhitening() {
            super(Whitening.class);
        }
    }

    static final class OfAugmentation extends Choice<Augmentation> {
        OfAugmentation() {
            super(Augmentation.class);
        }
    }

    static final class OfSchedule extends Choice<Schedule> {
        OfSchedule() {
            super(Schedule.class);
        }
    }

    static final class OfTarget extends Choice<PaperCommand.Target> {
        OfTarget() {
            super(PaperCommand.Target.class);
        }
    }

    static final class OfPreset extends Choice<Preset> {
        OfPreset() {
            super(Preset.class);
        }
    }

    static final class OfLayout extends Choice<Layout> {
        OfLayout() {
            super(Layout.class);
        }
    }

    static final class OfScaling extends Choice<Scaling> {
        OfScaling() {
            super(Scaling.class);
        }
    }
}
