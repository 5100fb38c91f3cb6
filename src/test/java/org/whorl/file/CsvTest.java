package org.whorl.file;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvTest {
    @Test
    void textsThatWouldBreakAFieldAreInQuotationMarks() {
        assertEquals(
                "plain,1.5,,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",\"two\rlines\"\n",
                Csv.line(List.of("plain", 1.5, "", "a, b", "say \"so\"", "two\nlines", "two\rlines")));
    }

    @Test
    void namesMayAlwaysBeInQuotationMarks() {
        assertEquals("\"one\"", Csv.quoted("one"));
        assertEquals("\"the \"\"best\"\"\"", Csv.quoted("the \"best\""));
    }
}
