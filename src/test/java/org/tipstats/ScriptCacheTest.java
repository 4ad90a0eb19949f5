package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

class ScriptCacheTest {

    private static final String PATH = "items.findAll { it.id == wanted }.size()";

    private static int count(String wanted, String... ids) {
        String items = String.join("\"}, {\"id\": \"", ids);
        return new JsonPath("{\"items\": [{\"id\": \"" + items + "\"}]}")
                .param("wanted", wanted)
                .getInt(PATH);
    }

    @Test
    void aPathIsCompiledOnceAndReadsEachAnswerWithItsParameters() {
        ScriptCache.install();
        assertEquals(1, count("a", "a", "b"));
        int compiled = ScriptCache.compiled();
        assertEquals(2, count("b", "b", "a", "b"));
        assertEquals(0, count("c", "a"));
        assertEquals(compiled, ScriptCache.compiled());
    }

    @Test
    void aWrongPathIsAnErrorEachTime() {
        ScriptCache.install();
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalArgumentException.class, () -> new JsonPath("{}").get("items.find {"));
        }
    }
}
