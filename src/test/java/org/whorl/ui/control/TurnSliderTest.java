package org.whorl.ui.control;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TurnSliderTest {
    @ParameterizedTest
    @CsvSource({
        "57.3, 60, 60",
        "65.9, 60, 60",
        "66.6, 60, 67",
        "50.2, 60, 50",
        "357, 60, 360",
        "2.1, 60, 0",
        "92.4, 30, 90",
        "83.7, 30, 84",
        "41.4, 10, 40",
        "43.2, 10, 43",
        "123.4, 360, 123"
    })
    void theMouseIsCaughtByARotationOfTheGroupThatIsNearAndElseByWholeDegrees(double at, double step, double caught) {
        assertEquals(caught, TurnSlider.caught(at, step));
    }
}
