package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.whorl.network.NetworkSpec;

/** A network's specification as plain values, in words of the command line. */
final class SpecFields {
    private SpecFields() {}

    static Map<String, Object> of(NetworkSpec spec) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("input", spec.input().toString());
        fields.put("classes", spec.classes());
        fields.put("angle", spec.group().generatorAngle());
        fields.put("group", spec.group().symbol());
        fields.put("order", spec.group().order());
        fields.put("filters", spec.filters());
        fields.put("base_filters", spec.baseFilters());
        fields.put("layers", spec.layers());
        fields.put("kernel", spec.geometry().kernelHeight());
        fields.put("dense", spec.dense());
        fields.put("unfolding", word(spec.unfolding()));
        fields.put("tying", word(spec.tying()));
        fields.put("shrinkage", new Choice.OfShrinkage().word(spec.shrinkage()));
        fields.put("step", spec.stepSize());
        fields.put("lambda", spec.threshold());
        fields.put("lambda_learned", spec.thresholdLearned());
        fields.put("sharing", word(spec.sharing()));
        fields.put("norm", word(spec.norm()));
        fields.put("head", word(spec.head()));
        fields.put("support", word(spec.support()));
        fields.put("interpolation", word(spec.interpolation()));
        fields.put("classify", spec.objective().classify());
        fields.put("reconstruct", spec.objective().reconstruct());
        return fields;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
