package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.RowFigure;
import org.whorl.figure.Scaling;
import org.whorl.ui.export.ExportMenu;

/** The banks of several layers side by side, as a file has them. */
final class FormingExport {
    private FormingExport() {}

    /**
     * Banks on one scale.
     *
     * @param first the layer of the first bank, from 0
     * @param title of the network
     * @param words that describe the banks
     * @param limit the value at the end of the scale
     */
    static ExportMenu.Content of(
            List<FilterBank> banks, int first, String title, String words, double limit, Palette palette) {
        List<RowFigure.Part> parts = new ArrayList<>();
        for (int l = 0; l < banks.size(); l++) {
            double[] limits = new double[banks.get(l).tiles().count()];
            Arrays.fill(limits, limit);
            parts.add(new RowFigure.Part(
                    "layer " + (first + l + 1),
                    FilterBankFigure.of(
                            banks.get(l),
                            "Layer " + (first + l + 1),
                            banks.get(l).group().order() > 1 ? Layout.ORBIT : Layout.PAPER,
                            Scaling.BANK,
                            palette,
                            limits)));
        }
        return new ExportMenu.Content(
                "filters-all-layers",
                new RowFigure(
                        "Filters of all layers, " + title,
                        words + String.format(Locale.ROOT, "; one scale from −%.2f to %.2f for all.", limit, limit),
                        parts));
    }
}
