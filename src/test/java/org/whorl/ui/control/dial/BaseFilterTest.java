package org.whorl.ui.control.dial;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class BaseFilterTest {
    private static Parameters parameters(int channels) {
        return Parameters.initial(NetworkSpec.paper(new ImageShape(channels, 28, 28), 10, new CyclicGroup(4)), 3);
    }

    @Test
    void aFilterOfColoursKeepsThem() {
        Parameters parameters = parameters(3);
        BaseFilter filter = BaseFilter.of(parameters, 2, 5);
        assertEquals(3, filter.channels());
        int from = parameters.layout().filters(2).offset() + 5 * 3 * 64;
        assertArrayEquals(Arrays.copyOfRange(parameters.values(), from, from + 3 * 64), filter.values());
        float[] turned = filter.turned(180, false, Interpolation.BILINEAR);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 64; i++) {
                assertEquals(filter.values()[c * 64 + i], turned[c * 64 + 63 - i], 1e-6f);
            }
        }
    }

    @Test
    void aGreyFilterHasOneChannelAndTwoAreShownByTheirMean() {
        assertEquals(1, BaseFilter.of(parameters(1), 0, 0).channels());
        Parameters two = parameters(2);
        BaseFilter filter = BaseFilter.of(two, 0, 0);
        assertEquals(1, filter.channels());
        assertEquals((two.values()[0] + two.values()[64]) / 2, filter.values()[0], 1e-6f);
    }
}
