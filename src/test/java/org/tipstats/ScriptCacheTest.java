package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import groovy.lang.GroovySystem;
import io.restassured.internal.path.json.JSONAssertion;
import io.restassured.path.json.JsonPath;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptCacheTest {

    /** A member that no other test reads, so that its path is not compiled before. */
    private static final String MEMBER = "entriesOfTheScriptCache";

    private static final String PATH = MEMBER + ".findAll { it.id == wanted }.size()";

    @BeforeEach
    void install() {
        ScriptCache.install();
    }

    private static int count(String wanted, String... ids) {
        String entries = String.join("\"}, {\"id\": \"", ids);
        return new JsonPath("{\"" + MEMBER + "\": [{\"id\": \"" + entries + "\"}]}")
                .param("wanted", wanted)
                .getInt(PATH);
    }

    /** Asks the cache that REST Assured uses. Another class loader than that of this test may have loaded its class. */
    private static long compiled(String word) throws ReflectiveOperationException {
        Object installed = GroovySystem.getMetaClassRegistry().getMetaClass(JSONAssertion.class);
        Method compiled = installed.getClass().getDeclaredMethod("compiled", String.class);
        compiled.setAccessible(true);
        return (long) compiled.invoke(installed, word);
    }

    @Test
    void aPathIsCompiledOnceAndReadsEachAnswerWithItsParameters() throws ReflectiveOperationException {
        assertEquals(0, compiled(MEMBER));
        assertEquals(1, count("a", "a", "b"));
        assertEquals(1, compiled(MEMBER));
        assertEquals(2, count("b", "b", "a", "b"));
        assertEquals(0, count("c", "a"));
        assertEquals(1, compiled(MEMBER));
    }

    /** Compares with the same path with its first name in quotes, which is compiled. */
    @Test
    void aPathOfMembersAndPlacesReadsWhatAScriptReads() throws ReflectiveOperationException {
        JsonPath answer = new JsonPath("{\"a\": [{\"b\": {\"c\": 1}}, {\"b\": {\"c\": 2}}, {}], \"n\": null}");
        assertEquals(1, answer.getInt("a[0].b.c"));
        assertEquals(List.of(1, 2), answer.getList("a.b.c"));
        for (String rest : List.of("", "[1].b", "[2].b", "[2].b.c", "[3]", "[3].b", ".b", ".b.c", ".size", ".x.y")) {
            assertEquals(answer.<Object>get("'a'" + rest), answer.<Object>get("a" + rest), rest);
            assertEquals(answer.<Object>get("'n'" + rest), answer.<Object>get("n" + rest), rest);
        }
        assertEquals(3, new JsonPath("{\"plainMember\": [{\"b\": 3}]}").getInt("plainMember[0].b"));
        assertEquals(0, compiled("plainMember"));
    }

    @Test
    void aWrongPathIsAnErrorEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalArgumentException.class, () -> new JsonPath("{}").get("items.find {"));
        }
    }
}
