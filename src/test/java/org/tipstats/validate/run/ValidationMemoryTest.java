package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.BreakdownScanner;
import org.tipstats.validate.table.OtherDataflows;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;

/** Findings that are made later hold the rows of their file, but not what the rules needed to find them. */
class ValidationMemoryTest {

    /** Collects all objects that a root holds, as far as they are of this program or in collections and arrays. */
    private static final class HeldObjects {

        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Object> left = new ArrayDeque<>();

        HeldObjects(Object root) throws IllegalAccessException {
            add(root);
            while (!left.isEmpty()) {
                follow(left.pop());
            }
        }

        private void add(Object object) {
            if (object != null && seen.add(object)) {
                left.push(object);
            }
        }

        private void follow(Object object) throws IllegalAccessException {
            if (object instanceof Collection<?> collection) {
                collection.forEach(this::add);
            } else if (object instanceof Map<?, ?> map) {
                map.keySet().forEach(this::add);
                map.values().forEach(this::add);
            } else if (object instanceof Object[] array) {
                Arrays.asList(array).forEach(this::add);
            }
            for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        add(field.get(object));
                    }
                }
            }
        }

        private static boolean isOurs(Class<?> type) {
            return type != null && type.getName().startsWith("org.tipstats.");
        }

        long count(Class<?> type) {
            return seen.stream().filter(type::isInstance).count();
        }

        /** Returns the names of the classes whose objects are functions of rules. */
        Set<String> functions() {
            Set<String> names = new TreeSet<>();
            seen.stream()
                    .map(object -> object.getClass().getName())
                    .filter(name -> name.contains("$$Lambda"))
                    .forEach(name -> names.add(name.substring(name.lastIndexOf('.') + 1, name.indexOf("$$"))));
            return names;
        }
    }

    /** The file breaks rules about sums, and is compared with figures that it revises and with another dataflow. */
    @Test
    void onlyTheRowsOfTheFileStay() {
        Given given = Given.file("REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
                        + "AUT,_T,_T,2016,70,A\nAUT,ROU,_T,2016,80,A\nAUT,NGA,_T,2016,25,A\n"
                        + "AUT,_T,_T,2015,90,A\nAUT,ROU,_T,2015,30,A\n")
                .to("VICTIMS_CITIZENSHIP")
                .holding("VICTIMS_CITIZENSHIP", "A.AUT._T._T.NUMBER.2016", 71)
                .holding("VICTIMS", "A.AUT._T._T._T.NUMBER.2016", 50);
        HeldObjects held = given.validated((validation, file) -> {
            assertTrue(validation.report().found("citizenship-exceeds-victims"), "read the other dataflow");
            return held(validation);
        });
        assertTrue(
                held.functions().containsAll(Set.of("PartExceedsTotal", "Revision", "RowFindings")),
                () -> held.functions().toString());
        assertTrue(held.count(Breakdown.class) > 0);
        assertEquals(1, held.count(RowTable.class));
        assertEquals(0, held.count(BreakdownScanner.class));
        assertEquals(0, held.count(OtherDataflows.class));
        assertEquals(0, held.count(RuleSettings.class));
    }

    private static HeldObjects held(Validation validation) {
        try {
            return new HeldObjects(validation);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
