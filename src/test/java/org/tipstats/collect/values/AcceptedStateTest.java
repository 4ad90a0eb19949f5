package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.SchemaException;

/** Versions of values in a database, in which codes stay that the schemas have lost. */
class AcceptedStateTest {

    private static final KeySpace SPACE = new KeySpace(SmallWorld.VICTIMS.structure());
    private static final String KNOWN = SPACE.format(SmallWorld.cube(SmallWorld.VICTIMS, "ice all all 2010 9")
            .observations()
            .get(0)
            .key());
    private static final String LOST = KNOWN.replaceAll("[^.]+(?=\\.2010$)", "LOST");

    private final AcceptedState state = new AcceptedState(SPACE);

    private void add(String key, String action, long acceptance) throws SQLException {
        Object[] row = {key, action, 9L, "A", "F", null, acceptance};
        state.add((ResultSet) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (self, method, at) -> method.getName().equals("wasNull") ? false : row[(int) at[0] - 1]));
    }

    @Test
    void aFigureWhoseCodeIsLostIsNotLeftOutInSilence() throws SQLException {
        add(KNOWN, "M", 1);
        add(LOST, "D", 1);
        add(LOST, "M", 2);

        SchemaException lost = assertThrows(SchemaException.class, state::toCube);

        assertEquals(
                "An accepted file has a figure for " + LOST + ", which has a code that the schemas in force lack. Put"
                        + " it back into them and start the service again.",
                lost.getMessage());
    }

    @Test
    void aLostCodeMayStayInWithdrawalsAndInPatterns() throws SQLException {
        add(LOST, "D", 2);
        add(LOST, "M", 1);
        add(KNOWN.replaceAll("[^.]+(?=\\.2010$)", ""), "D", 1);
        add(KNOWN, "M", 1);

        assertEquals(1, state.toCube().observations().size());
    }
}
