package org.tipstats.validate.findings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A validation rule. The annotation {@link Info} of its class gives its id, severity and settings. The text bundles
 * contain the sentences of the rule.
 */
public interface Rule {

    /** The facts of a rule. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Info {

        /** Returns the stable id that reports, schemas and texts use. */
        String id();

        /** Returns the severity that applies if the schema does not set one. */
        Severity severity();

        /** Returns the version of the rules that introduced the rule. */
        String since();

        /** Returns how often the rule reports on the published table of real data; empty if this cannot be measured. */
        String hitRate() default "";

        /**
         * Returns the settings of the rule besides the severity. A setting has its default, as in {@code tolerance=0}, or
         * only its name, as in {@code with}.
         */
        String[] settings() default {};
    }

    static Info info(Class<? extends Rule> rule) {
        return rule.getAnnotation(Info.class);
    }

    static String id(Class<? extends Rule> rule) {
        return info(rule).id();
    }

    default String id() {
        return info(getClass()).id();
    }

    default Severity severity() {
        return info(getClass()).severity();
    }

    /** Returns the default of a setting; empty if the setting has no default. */
    default Optional<String> standard(String setting) {
        return Stream.of(info(getClass()).settings())
                .filter(stated -> stated.startsWith(setting + '='))
                .map(stated -> stated.substring(setting.length() + 1))
                .findFirst();
    }
}
