package org.whorl.network;

import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WorkerPoolTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void doesEveryTaskOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        try (WorkerPool pool = new WorkerPool(threads)) {
            for (int round = 0; round < 20; round++) {
                pool.run(done.length(), (task, worker) -> done.incrementAndGet(task));
            }
        }
        for (int i = 0; i < done.length(); i++) {
            assertEquals(20, done.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void tellsOfATaskThatFailedAndGoesOn(int threads) {
        try (WorkerPool pool = new WorkerPool(threads)) {
            assertThrows(
                    ArithmeticException.class,
                    () -> pool.run(50, (task, worker) -> {
                        if (task == 20) {
                            throw new ArithmeticException();
                        }
                    }));
            pool.run(50, (task, worker) -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void refusesWorkOnceItIsClosed(int threads) {
        WorkerPool pool = new WorkerPool(threads);
        pool.close();
        assertThrows(IllegalStateException.class, () -> pool.run(3, (task, worker) -> {}));
    }
}
