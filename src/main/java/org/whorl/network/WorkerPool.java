package org.whorl.network;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that live as long as the pool and share out numbered tasks among themselves and the caller. Which thread takes which
 * task is left to chance: tasks must not depend on it.
 */
public final class WorkerPool implements AutoCloseable {
    /** One piece of the work. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @param task its number
         * @param worker the number of the thread, below {@link #threads}: for memory that a thread has to itself
         */
        void run(int task, int worker);
    }

    private final Thread[] helpers;
    private final AtomicInteger next = new AtomicInteger();
    private final Object lock = new Object();
    private int round;
    private int busy;
    private int tasks;
    private Task task;
    private Throwable failure;
    private boolean closed;

    /** A pool of so many threads in all; the caller of {@link #run} is one of them. */
    public WorkerPool(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> serve(worker), "whorl-worker-" + worker);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Threads, with the caller's. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Runs tasks 0 to count − 1 and returns when all are done. Not to be called by two threads at once.
     *
     * @throws IllegalStateException where the pool is closed
     */
    public void run(int count, Task work) {
        if (helpers.length == 0) {
            for (int i = 0; i < count; i++) {
                work.run(i, 0);
            }
            return;
        }
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("worker pool: expected an open one, found it closed");
            }
            task = work;
            tasks = count;
            next.set(0);
            busy = helpers.length;
            failure = null;
            round++;
            lock.notifyAll();
        }
        Throwable mine = drain(work, count, 0);
        synchronized (lock) {
            boolean interrupted = false;
            while (busy > 0) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            task = null;
            mine = mine != null ? mine : failure;
        }
        if (mine instanceof Error error) {
            throw error;
        }
        if (mine instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private Throwable drain(Task work, int count, int worker) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.run(i, worker);
            }
            return null;
        } catch (RuntimeException | Error e) {
            next.set(count);
            return e;
        }
    }

    private void serve(int worker) {
        int seen = 0;
        while (true) {
            Task work;
            int count;
            synchronized (lock) {
                while (round == seen && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (closed) {
                    return;
                }
                seen = round;
                work = task;
                count = tasks;
            }
            Throwable problem = drain(work, count, worker);
            synchronized (lock) {
                failure = failure != null ? failure : problem;
                if (--busy == 0) {
                    lock.notifyAll();
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }
}
