package org.whorl.ui.chart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.ui.model.run.Curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CurveExportTest {
    @Test
    void aNameWithACommaStaysOneField() throws Exception {
        Curve curve = new Curve(0);
        curve.add(0.5, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurveExport.writeTable(
                out,
                List.of(
                        ChartSeries.ofSteps("all parameters, before clipping", curve, Ink.TRAIN),
                        ChartSeries.ofSteps("train", curve, Ink.TRAIN)));
        assertEquals(
                "series,epoch,value,smoothed\n\"all parameters, before clipping\",0.5,2.0,2.0\ntrain,0.5,2.0,2.0\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
