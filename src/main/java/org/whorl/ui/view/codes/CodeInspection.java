package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Optional;

import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.network.Trace;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.input.Codes;

/** What there is to say about a value of what a layer shows. */
final class CodeInspection {
    private CodeInspection() {}

    /** A value of a layer's residual or reconstruction. */
    static Inspection ofImage(Codes codes, int layer, LayerRow.Image image, TileContent content, Place place) {
        Tiles tiles = content.tiles();
        String words = image == LayerRow.Image.RESIDUAL
                ? "What layer " + (layer + 1) + " has still to explain: the input less what its starting point makes."
                : "What the code of layer " + (layer + 1) + " makes of the input: its filters, summed.";
        Trace.Layer held = codes.trace().layers().get(layer);
        return new Inspection(
                "layer " + (layer + 1) + " · " + image.label(),
                tiles.values(),
                tiles.channels(),
                tiles.width(),
                true,
                content.limits()[0],
                place.row(),
                place.column(),
                List.of(
                        new Fact("½‖x−Wu‖²", Numbers.format(held.error())),
                        new Fact("objective", Numbers.format(held.objective())),
                        new Fact("% active", FilterInspection.percent(held.activeFraction()))),
                words,
                Optional.empty());
    }

    /** A value of a layer's maps, with the sum behind it. */
    static Inspection ofMap(Codes codes, int layer, TileContent content, Place place) {
        FilterBank bank = FilterBank.of(codes.shown().parameters(), layer);
        ElementSum s = ElementSum.of(
                codes.shown().parameters(), bank, codes.trace(), layer, place.tile(), place.row(), place.column());
        return new Inspection(
                "layer " + (layer + 1) + " · map of " + bank.name(place.tile()),
                content.tiles().tile(place.tile()),
                1,
                content.tiles().width(),
                content.coloring().signed(),
                content.limits()[place.tile()],
                place.row(),
                place.column(),
                List.of(
                        new Fact("patch · filter, a", Numbers.format(s.correlation())),
                        new Fact("v", Numbers.format(s.momentum())),
                        new Fact("v + α·a", Numbers.format(s.preThreshold())),
                        new Fact("threshold α·λ", Numbers.format(s.threshold())),
                        new Fact("code u", Numbers.format(s.result())),
                        new Fact(
                                "this map, active",
                                FilterInspection.percent(
                                        FilterInspection.activeFraction(codes.trace(), layer, place.tile())))),
                s.words(),
                Optional.of(new FilterSelection(layer, bank.base(place.tile()), bank.rotation(place.tile()))));
    }
}
