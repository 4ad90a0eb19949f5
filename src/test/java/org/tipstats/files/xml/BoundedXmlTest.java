package org.tipstats.files.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.MalformedFileException;

/** Both parsers within the same bounds. What workbooks and messages refuse is tested where they are read. */
class BoundedXmlTest {

    private static final BoundedXml.Allowance BOUNDS = new BoundedXml.Allowance(5, 20_000, 100, 3, reason -> reason);

    private static final List<Function<String, BoundedXml>> OPENINGS = List.of(
            xml -> BoundedXml.ofBytes(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), BOUNDS),
            xml -> BoundedXml.ofText(new StringReader(xml), 1, BOUNDS));

    /** Reads a document to its end by both parsers. */
    private static void assertRefused(String reason, String xml) {
        for (Function<String, BoundedXml> opening : OPENINGS) {
            MalformedFileException fault = assertThrows(
                    MalformedFileException.class, () -> opening.apply(xml).readToEnd());
            assertEquals(reason, fault.reason().name());
        }
    }

    private static String repeated(int times, String part) {
        return IntStream.range(0, times)
                .mapToObj(i -> part.replace("#", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    @Test
    void bothParsersReadWithinTheBounds() {
        for (Function<String, BoundedXml> opening : OPENINGS) {
            try (BoundedXml xml = opening.apply("<a><b p=\"1\"><c>x &lt; <!-- no --><![CDATA[y]]></c></b><b/></a>")) {
                assertTrue(xml.nextChild());
                assertTrue(xml.nextChild());
                assertEquals("1", xml.attribute("p"));
                assertTrue(xml.nextChild());
                assertEquals("x < y", xml.onlyText());
                assertFalse(xml.nextChild());
                assertTrue(xml.nextChild());
                xml.skip();
                assertFalse(xml.nextChild());
                xml.readToEnd();
            }
        }
    }

    @Test
    void bothParsersRefuseWhatIsBeyond() {
        assertRefused("TOO_DEEP", "<a>".repeat(6));
        assertRefused("TOO_MANY_COLUMNS", "<a" + repeated(201, " a#=\"\"") + "/>");
        assertRefused("TOO_MANY_PARTS", "<a>" + repeated(2_100, "<name#/>") + "</a>");
        assertRefused("TOO_MANY_PARTS", "<a>" + repeated(2_100, "<?name# ?>") + "</a>");
        assertRefused("TOO_MANY_PARTS", "<a>" + "<b xmlns:x=\"y\"/>".repeat(101) + "</a>");
        assertRefused("PART_TOO_LONG", "<a><!--" + "x".repeat(100_000) + "--></a>");
        assertRefused("PART_TOO_LONG", "<a b=\"" + "x".repeat(100_000) + "\"/>");
    }

    @Test
    void bothParsersRefuseEntitiesAndWhatIsNotWellFormed() {
        assertRefused("DTD", "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>");
        assertRefused("DTD", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");
        assertRefused("BROKEN_XML", "<a>&e;</a>");
        assertRefused("BROKEN_XML", "<a b=\"&e;\"/>");
        assertRefused("BROKEN_XML", "<a><b></a>");
        assertRefused("BROKEN_XML", "<a/><b/>");
        assertRefused("BROKEN_XML", "<x:a/>");
        assertRefused("BROKEN_XML", "");
    }

    @Test
    void namesUpToTheFreeLengthAreNotCounted() {
        for (Function<String, BoundedXml> opening : OPENINGS) {
            opening.apply("<a>" + repeated(100, "<b#/>") + "</a>").readToEnd();
        }
    }
}
