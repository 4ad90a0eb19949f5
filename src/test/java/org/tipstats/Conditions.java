package org.tipstats;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/** The conditions of architecture rules that examine members of classes. */
final class Conditions {

    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.util.List", "java.util.Optional");

    private Conditions() {}

    static ArchCondition<JavaMethod> takeQueryParametersAsText() {
        return condition(
                "take query parameters as text",
                method -> method.getParameters().stream()
                        .filter(parameter -> parameter.isAnnotatedWith(RestQuery.class)
                                || parameter.isAnnotatedWith(QueryParam.class))
                        .map(JavaParameter::getRawType)
                        .allMatch(type -> TEXTS.contains(type.getName())));
    }

    private interface Check<T> {
        boolean holds(T item);
    }

    private static <T> ArchCondition<T> condition(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, check.holds(item), item + " does not " + description));
            }
        };
    }
}
