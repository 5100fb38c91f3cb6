package org.whorl.data;

import java.io.IOException;

/** Says, in one line for people, which file or field was wrong, what was expected, what was found and what to do. */
public class DataException extends IOException {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
