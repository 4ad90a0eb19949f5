package org.tipstats.platform.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.platform.database.RowScope;

/**
 * Marks a service that works for submitters. If an argument of a method is an {@link Actor} who may not read
 * everything, the database shows the method only the rows of the actor's areas and the rows that the actor sent
 * (decision 97).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OwnAreas {

    /** Before the transaction of a method begins, sets which rows the database shows to the method. */
    @OwnAreas
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    final class ScopeInterceptor {

        @AroundInvoke
        Object inScope(InvocationContext call) throws Exception {
            Optional<Actor> actor = Stream.of(call.getParameters())
                    .map(each -> each instanceof Optional<?> known ? known.orElse(null) : each)
                    .filter(Actor.class::isInstance)
                    .map(Actor.class::cast)
                    .filter(one -> !one.readsAll())
                    .findFirst();
            return actor.isPresent() ? scope(actor.get()).during(call::proceed) : call.proceed();
        }

        private static RowScope scope(Actor actor) {
            return RowScope.of(actor.areasOf(actor.source()), actor.id());
        }
    }
}
