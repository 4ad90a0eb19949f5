package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SampleStructures;

class TextTooLongTest {

    private static List<String> comment(int length) {
        Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();
        DataStructure structure = victims.structure();
        List<Attribute> attributes = structure.attributes().stream()
                .map(a -> a.id().equals("COMMENT")
                        ? new Attribute(a.id(), a.name(), a.role(), a.codes(), 20, a.publishedOnly())
                        : a)
                .toList();
        DataStructure shorter = new DataStructure(
                structure.id(),
                structure.version(),
                structure.name(),
                structure.dimensions(),
                structure.measure(),
                attributes);
        Dataflow dataflow = SampleStructures.withStructure(victims, shorter);
        return Given.file(Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,," + "x".repeat(length) + "\n")
                .to(dataflow)
                .found();
    }

    @Test
    void aTextMayBeAsLongAsItsAttributeTakes() {
        assertEquals(List.of(), comment(20));
        assertEquals(List.of("text-too-long 2 COMMENT \"" + "x".repeat(21) + "\" []"), comment(21));
    }
}
