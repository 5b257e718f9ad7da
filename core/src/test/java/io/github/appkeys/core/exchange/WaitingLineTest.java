package io.github.appkeys.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WaitingLineTest {

    private final AtomicLong now = new AtomicLong();
    private final WaitingLine line = new WaitingLine(now::get);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<Thread> waiting = new ArrayList<>();

    @AfterEach
    void answers() throws InterruptedException {
        answer.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    @Test
    void takesAnyNumberWhileTheDatabaseAnswers() throws InterruptedException {
        waitFor(3 * WaitingLine.MAX);
        now.addAndGet(WaitingLine.PATIENCE_NANOS);

        assertThat(line.run(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void turnsAwayWhoComesToALongLineThatDoesNotMove() throws InterruptedException {
        waitFor(WaitingLine.MAX);
        now.addAndGet(WaitingLine.PATIENCE_NANOS + 1);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> line.run(() -> "answer"));
    }

    @Test
    void takesTheLastPlaceOfALineThatDoesNotMove() throws InterruptedException {
        waitFor(WaitingLine.MAX - 1);
        now.addAndGet(WaitingLine.PATIENCE_NANOS + 1);

        assertThat(line.run(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void isShortAgainWhenTheDatabaseAnswers() throws InterruptedException {
        waitFor(WaitingLine.MAX);
        now.addAndGet(WaitingLine.PATIENCE_NANOS + 1);
        answers();

        assertThat(line.run(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void leavesTheLineWithAFailure() {
        for (int i = 0; i < 2 * WaitingLine.MAX; i++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> line.run(() -> {
                throw new IllegalStateException();
            }));
        }
        now.addAndGet(WaitingLine.PATIENCE_NANOS + 1);

        assertThat(line.run(() -> "answer")).isEqualTo("answer");
    }

    private void waitFor(int requests) throws InterruptedException {
        CountDownLatch inLine = new CountDownLatch(requests);
        for (int i = 0; i < requests; i++) {
            Thread thread = new Thread(() -> line.run(() -> {
                inLine.countDown();
                await();
                return null;
            }));
            thread.start();
            waiting.add(thread);
        }
        inLine.await();
    }

    private void await() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
