package org.tipstats.platform.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** A connection to no database, which answers questions as a test says. */
final class FakeFlow {

    final CountDownLatch aborted = new CountDownLatch(1);
    final Connection connection;

    @FunctionalInterface
    interface Answer {
        void give(FakeFlow flow) throws Exception;
    }

    /** Makes a connection whose end is noticed at once. */
    FakeFlow(Answer answer) {
        this(answer, flow -> {});
    }

    /**
     * Makes a connection.
     *
     * @param end what happens first when it is aborted
     */
    FakeFlow(Answer answer, Answer end) {
        Statement statement = fake(Statement.class, Map.of("execute", () -> {
            answer.give(this);
            return true;
        }));
        connection = fake(Connection.class, Map.of("createStatement", () -> statement, "abort", () -> {
            end.give(this);
            aborted.countDown();
            return true;
        }));
    }

    /** Says nothing until it is aborted. */
    void hang() throws Exception {
        aborted.await();
        throw new SQLException("cut", "08006");
    }

    /** Makes an object with some methods. The others do nothing. */
    static <T> T fake(Class<T> type, Map<String, Callable<?>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> {
                        Object result = methods.getOrDefault(method.getName(), () -> null)
                                .call();
                        yield method.getReturnType() == void.class ? null : result;
                    }
                }));
    }
}
