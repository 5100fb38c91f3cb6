package org.whorl.training;

/** What a training session is doing. */
public enum TrainingState {
    /** Loading and preparing images. */
    PREPARING,
    /** Prepared, or between steps and waiting to be told. */
    PAUSED,
    RUNNING,
    /** All epochs are done. */
    FINISHED,
    /** Ended before that; its last checkpoint can be resumed. */
    STOPPED,
    FAILED
}
