package org.whorl.network;

import java.util.Locale;

import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.setting.Values;

/** The group on the command line, which is said in parts: its kind, and its rotations by their angle or by their number. */
final class GroupOptions {
    private GroupOptions() {}

    static FiniteGroup rotations(String degrees) {
        double angle;
        try {
            angle = Double.parseDouble(degrees);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected degrees, found " + degrees, e);
        }
        return CyclicGroup.ofAngle(angle);
    }

    static Values<NetworkSpec> with(Values<NetworkSpec> values, int rotations) {
        return values.with(
                NetworkSettings.GROUP, values.get(NetworkSettings.GROUP).withRotations(rotations));
    }

    static String kind(FiniteGroup group) {
        return group instanceof DihedralGroup ? "dihedral" : "cyclic";
    }

    static Values<NetworkSpec> kind(Values<NetworkSpec> values, String kind) {
        int rotations = values.get(NetworkSettings.GROUP).rotations();
        return values.with(
                NetworkSettings.GROUP,
                switch (kind.toLowerCase(Locale.ROOT)) {
                    case "cyclic" -> new CyclicGroup(rotations);
                    case "dihedral" -> new DihedralGroup(rotations);
                    default -> throw new IllegalArgumentException("expected one of cyclic, dihedral, found " + kind);
                });
    }
}
