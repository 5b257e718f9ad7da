package io.github.appkeys.it.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.appkeys.harness.Http;

/** Sends requests in parallel. */
public final class Parallel {

    private Parallel() {
    }

    /** The responses to the same request, sent so many times at once. */
    public static List<Http.Response> atOnce(int times, Callable<Http.Response> request) {
        return atOnce(Collections.nCopies(times, request));
    }

    /** The results of different calls, in their order. All threads are running before the first call begins. */
    public static <T> List<T> atOnce(List<Callable<T>> calls) {
        ExecutorService executor = Executors.newFixedThreadPool(calls.size());
        CountDownLatch ready = new CountDownLatch(calls.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
