package org.whorl.insight;

import org.whorl.group.FiniteGroup;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;

/**
 * A network's base filters in the orbits of another group: what its layers would make of an image if the angle were another, before
 * anything is learned anew.
 */
public final class OtherGroup {
    private OtherGroup() {}

    /**
     * Regroups. The bank keeps its size as near as whole orbits allow, of as many base filters as there are; a filter's threshold and
     * norm are those of the filter of its orbit that stood nearest to it. The angle is the group's, also where one was learned. The head,
     * which belongs to the other bank, is left blank.
     *
     * @param learned parameters, which are not changed
     * @return parameters for a network with this group and the plain head
     */
    public static Parameters of(Parameters learned, FiniteGroup group) {
        NetworkSpec from = learned.spec();
        GeneratorKind copies = from.generator().learnsAngle() ? GeneratorKind.FIXED : from.generator();
        NetworkSpec wide = from.withHead(HeadKind.PLAIN, from.sharing())
                .withGenerator(copies)
                .withGroup(group);
        int bases = Math.min(wide.baseFilters(), from.baseFilters());
        NetworkSpec to = wide.withFilters(bases * group.order());
        Parameters regrouped = Parameters.blank(to);
        for (ParameterLayout.Entry entry : regrouped.layout().entries()) {
            if (entry.name().startsWith("layer")) {
                int source = learned.layout().entry(entry.name()).offset();
                int block = entry.length() / entry.shape().get(0);
                boolean ofFilters = entry.kind().makesBank() || to.sharing() == Sharing.ORBIT;
                for (int i = 0; i < entry.shape().get(0); i++) {
                    int at = ofFilters ? i : nearest(i, to, from);
                    System.arraycopy(
                            learned.values(),
                            source + at * block,
                            regrouped.values(),
                            entry.offset() + i * block,
                            block);
                }
            }
        }
        return regrouped;
    }

    /** The filter of the old bank from the same base filter that is turned most alike. */
    private static int nearest(int filter, NetworkSpec to, NetworkSpec from) {
        int rotation = rotation(filter / to.baseFilters(), to.group(), from.group());
        return rotation * from.baseFilters() + filter % to.baseFilters();
    }

    /** The element of one group that turns most like an element of another; mirrored like it, where the group has mirror images. */
    public static int rotation(int element, FiniteGroup of, FiniteGroup in) {
        long turns = Math.floorMod(Math.round(of.angle(element) * in.rotations() / 360), (long) in.rotations());
        boolean mirrored = of.mirrored(element) && in.order() > in.rotations();
        return (int) turns + (mirrored ? in.rotations() : 0);
    }
}
