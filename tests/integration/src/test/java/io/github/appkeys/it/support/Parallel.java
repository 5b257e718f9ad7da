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

    /**
     * The responses to different requests, in the order of the requests. All threads are running before the first
     * request is sent.
     */
    public static List<Http.Response> atOnce(List<Callable<Http.Response>> requests) {
        ExecutorService executor = Executors.newFixedThreadPool(requests.size());
        CountDownLatch ready = new CountDownLatch(requests.size());
        try {
            List<Future<Http.Response>> futures = new ArrayList<>();
            for (Callable<Http.Response> request : requests) {
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.call();
                }));
            }
            List<Http.Response> responses = new ArrayList<>();
            for (Future<Http.Response> future : futures) {
                responses.add(future.get());
            }
            return responses;
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
