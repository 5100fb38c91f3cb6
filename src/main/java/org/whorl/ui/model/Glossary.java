package org.whorl.ui.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the words on screen mean, each in a sentence. */
public final class Glossary {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("base filter", "A filter that is learned; the others of its orbit are copies of it, turned.");
        WORDS.put("orbit", "A base filter and all its turned copies.");
        WORDS.put("filter bank", "All filters of a layer: every orbit.");
        WORDS.put("C6, D6", "The group: six rotations by 60°; D6 has their mirror images as well.");
        WORDS.put(
                "generator",
                "What makes each copy from the one before: a turn by an angle, or a matrix; given or learned.");
        WORDS.put("baseline", "A network without rotations: every filter is learned.");
        WORDS.put(
                "sparse code",
                "Few filters, placed and weighted, that together give the image: what a layer hands on. Most of it is zero.");
        WORDS.put("code map", "One filter's part of the code: where in the image it is used, and how strongly.");
        WORDS.put("residual", "What of the image the code does not tell yet, x − Wv.");
        WORDS.put("reconstruction", "The image that the code tells, Wu.");
        WORDS.put(
                "threshold λ",
                "What does not exceed it, times the step size, is cut to zero; that makes codes sparse.");
        WORDS.put("step size α", "How far each layer goes down towards a smaller residual.");
        WORDS.put("equivariance error", "How far the code of a turned image is from the turned code of the image.");
        WORDS.put("norm", "The length of a filter, the root of its summed squares; base filters are kept at 1.");
        WORDS.put("copies’ norms", "The least and the greatest norm in the orbit: interpolation blurs turned copies.");
        WORDS.put(
                "in the corners",
                "How much of the filter lies outside its disc, where turns by less than 90° lose it.");
        WORDS.put("runs at", "The direction along which an edge or bar lies, counter-clockwise from horizontal.");
        WORDS.put(
                "coherence",
                "How much of a filter's change goes one way: 1 for a straight edge or bar, near 0 for noise or a blot.");
        WORDS.put("turned by", "By how much this copy is turned from its base filter, counter-clockwise.");
        WORDS.put("its code, active", "The share of this filter's code map that is not zero.");
        WORDS.put("λ · step", "The threshold as it acts, times the step size.");
        WORDS.put("update : weight", "How far the last step moved the filter, beside its own length.");
        WORDS.put("epoch", "Once through all training images.");
        WORDS.put(
                "plain, invariant head",
                "How codes become class scores: the paper's way, or one that does not mind turns.");
    }

    private Glossary() {}

    /** All words, in the order in which a newcomer needs them. */
    public static Map<String, String> words() {
        return Collections.unmodifiableMap(WORDS);
    }

    /** What a word means; empty where it speaks for itself. */
    public static Optional<String> explain(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
