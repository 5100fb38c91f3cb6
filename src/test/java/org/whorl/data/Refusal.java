package org.whorl.data;

import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Asserts that something ends in the declared error: one line that holds what a user needs. */
public final class Refusal {
    private Refusal() {}

    public static DataException of(Executable action, String... parts) {
        DataException e = assertThrows(DataException.class, action);
        String message = e.getMessage();
        assertFalse(message.contains("\n") || message.contains("\r"), message);
        assertTrue(message.contains("expected"), message);
        assertTrue(message.contains("found"), message);
        for (String part : parts) {
            assertTrue(message.contains(part), "\"" + part + "\" is not in: " + message);
        }
        return e;
    }
}
