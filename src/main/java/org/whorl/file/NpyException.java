package org.whorl.file;

import java.io.IOException;

/** Says, in one line for people, which file and which member was wrong, what was expected and what was found. */
public class NpyException extends IOException {
    private static final long serialVersionUID = 1;

    public NpyException(String message) {
        super(message);
    }

    public NpyException(String message, Throwable cause) {
        super(message, cause);
    }
}
