package org.whorl.training;

/** What a training session is doing. */
public enum TrainingState {
    /** Loading and preparing images. */
    PREPARING,
    /** Prepared, or between steps and waiting to be told. */
    PAUSED,
    RUNNING,
    /** Waiting for the disk, which is full, read-only or gone; goes on by itself. The activity says what to do. */
    WAITING,
    /** All epochs are done. */
    FINISHED,
    /** Ended before that; its last checkpoint can be resumed. */
    STOPPED,
    FAILED
}
