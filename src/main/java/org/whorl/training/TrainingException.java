package org.whorl.training;

/** Says in one line for people why a run can't go on. */
public class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingException(String message) {
        super(message);
    }
}
