package io.github.appkeys.core.jpa.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WriteBehindTest {

    private static final int MAX = 2 * WriteBehind.BATCH + 50;

    private final WriteBehind<Integer, Integer> buffer = new WriteBehind<>(MAX, Integer::sum,
            (now, written) -> now.equals(written) ? null : now - written);
    private final List<Map<Integer, Integer>> batches = new ArrayList<>();

    @Test
    void batchesAreBoundedAndAlwaysInTheSameOrder() {
        for (int key = MAX; key > 0; key--) {
            buffer.add(key, 1);
        }

        buffer.drain(batches::add);

        assertThat(batches).extracting(Map::size).containsExactly(WriteBehind.BATCH, WriteBehind.BATCH, 50);
        assertThat(batches.stream().flatMap(batch -> batch.keySet().stream()).map(String::valueOf)).isSorted();
    }

    @Test
    void aBatchThatFailedIsKeptWithThoseAfterIt() {
        for (int key = 0; key < MAX; key++) {
            buffer.add(key, 1);
        }

        assertThatThrownBy(() -> buffer.drain(batch -> {
            if (batches.size() == 1) {
                throw new IllegalStateException("no database");
            }
            batches.add(batch);
        })).hasMessage("no database");
        buffer.drain(batches::add);

        assertThat(batches).extracting(Map::size).containsExactly(WriteBehind.BATCH, WriteBehind.BATCH, 50);
        assertThat(batches.stream().flatMap(batch -> batch.keySet().stream())).doesNotHaveDuplicates().hasSize(MAX);
    }

    @Test
    void newKeysAreDroppedWhileItIsFull() {
        for (int key = 0; key < MAX + 10; key++) {
            buffer.add(key, 1);
        }
        buffer.add(0, 1);
        assertThat(buffer.of(MAX)).isEmpty();
        assertThat(buffer.of(0)).contains(2);

        buffer.drain(batches::add);
        buffer.add(MAX, 1);

        assertThat(buffer.of(MAX)).contains(1);
    }

    @Test
    void whatIsAddedWhileABatchIsWrittenStays() {
        buffer.add(1, 5);

        buffer.drain(batch -> {
            buffer.add(1, 3);
            buffer.add(2, 4);
        });

        assertThat(buffer.of(1)).contains(3);
        assertThat(buffer.of(2)).contains(4);
    }
}
