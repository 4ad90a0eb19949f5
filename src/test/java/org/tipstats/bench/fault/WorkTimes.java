package org.tipstats.bench.fault;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How long each kind of work takes when nothing kills it, to begin it so long before a kill. */
final class WorkTimes {

    /** The kinds of work. */
    enum Work {
        UPLOAD,
        ACCEPTANCE,
        COMPILE,
        PUBLICATION,
        BACKUP,
        RESTORE
    }

    interface Step {
        void run() throws Exception;
    }

    interface Beginning {
        void begin(Work work) throws Exception;
    }

    private final Random random;
    private final Map<Work, Long> milliseconds = new EnumMap<>(Map.of(Work.UPLOAD, 500L));

    WorkTimes(Random random) {
        this.random = random;
    }

    void measure(Work work, Step step) throws Exception {
        long begun = System.nanoTime();
        step.run();
        milliseconds.put(work, Math.max(1, (System.nanoTime() - begun) / 1_000_000));
    }

    /** Begins each kind of work and returns at the moment of the kill, which meets it at any moment of its usual time. */
    void beginAll(Beginning beginning) throws Exception {
        Map<Long, Work> order = new TreeMap<>(Comparator.reverseOrder());
        for (Work work : Work.values()) {
            long lead = random.nextLong(milliseconds.get(work) * 11 / 10 + 1);
            while (order.putIfAbsent(lead, work) != null) {
                lead++;
            }
        }
        long before = order.keySet().iterator().next();
        for (Map.Entry<Long, Work> next : order.entrySet()) {
            TimeUnit.MILLISECONDS.sleep(before - next.getKey());
            before = next.getKey();
            beginning.begin(next.getValue());
        }
        TimeUnit.MILLISECONDS.sleep(before);
    }

    @Override
    public String toString() {
        return milliseconds.toString();
    }
}
