package org.tipstats;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Watches that a process of tests goes on. If no test begins or ends for five minutes, it prints what all threads do. After
 * fifteen minutes it ends the process, so that the build fails: a service of the tests may stand still, also while it
 * stops, when no timeout of a test helps any more.
 */
public final class StandstillWatch implements TestExecutionListener {

    static final Duration LONG = Duration.ofMinutes(5);
    static final Duration TOO_LONG = Duration.ofMinutes(15);
    private static final long EVERY_SECONDS = 10;

    private final LongSupplier nanos;
    private final Runnable show;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private volatile long last;
    private long shownFor;

    /** Made by JUnit, once for each process. */
    public StandstillWatch() {
        this(System::nanoTime, StandstillWatch::showThreads);
    }

    StandstillWatch(LongSupplier nanos, Runnable show) {
        this.nanos = nanos;
        this.show = show;
        this.last = nanos.getAsLong();
        this.shownFor = last - 1;
    }

    /** Does not watch a process that somebody debugs. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        last = nanos.getAsLong();
        boolean isDebugged = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(each -> each.contains("jdwp"));
        if (isDebugged || isStarted.getAndSet(true)) {
            return;
        }
        Thread thread = new Thread(this::watch, "standstill-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        last = nanos.getAsLong();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        last = nanos.getAsLong();
    }

    private void watch() {
        try {
            while (!isOver()) {
                TimeUnit.SECONDS.sleep(EVERY_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // The usual end would wait for what stands still.
        Runtime.getRuntime().halt(1);
    }

    /** Returns true if the process has stood still for too long. Shows the threads once after {@link #LONG}. */
    boolean isOver() {
        long since = last;
        long still = nanos.getAsLong() - since;
        if (still >= LONG.toNanos() && shownFor != since) {
            shownFor = since;
            show.run();
        }
        return still >= TOO_LONG.toNanos();
    }

    /** Prints what all threads do and which locks they have, as the tools of the JDK show it. */
    private static void showThreads() {
        System.err.println("No test began or ended for " + LONG.toMinutes() + " minutes.");
        try {
            System.err.println(ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "threadPrint",
                            new Object[] {new String[] {"-l"}},
                            new String[] {String[].class.getName()}));
        } catch (JMException e) {
            System.err.println("The threads cannot be shown: " + e);
        }
    }
}
