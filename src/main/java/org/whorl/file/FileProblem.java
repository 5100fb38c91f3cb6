package org.whorl.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the file system has against a file, in words for people; its exceptions often say no more than their names. */
public final class FileProblem {
    private FileProblem() {}

    /** One line: the file, what was expected and what was found. */
    public static String describe(FileSystemException e) {
        return e.getFile() + ": expected a file or folder that is there and can be used, found " + found(e);
    }

    /** Whether a file could not be written since there was no room for it. */
    public static boolean isFull(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left")
                    || message.contains("not enough space")
                    || message.contains("quota")) {
                return true;
            }
        }
        return false;
    }

    /** What was found in the place of what was expected. */
    public static String found(FileSystemException e) {
        String reason = e.getReason();
        if (e instanceof NoSuchFileException) {
            return "none";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "a folder with files in it";
        }
        if (e instanceof NotDirectoryException
                || e instanceof FileAlreadyExistsException
                || "Not a directory".equals(reason)) {
            return "a file in the place of a folder";
        }
        return reason == null ? "something else" : "an error: " + reason;
    }
}
