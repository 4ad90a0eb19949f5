package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.mappings.MappingDiff.MappingChange;
import org.tipstats.collect.mappings.SavedMapping.MappingReference;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.TableReading;
import org.tipstats.mapping.saved.TableReading.RowRule;

class MappingDiffTest {

    private static Mapping mapping(
            String range,
            List<String> headers,
            List<String> roles,
            List<RowRule> rows,
            SortedMap<String, String> sexes) {
        SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();
        words.put("SEX", sexes);
        SortedMap<String, String> choices = new TreeMap<>();
        choices.put("unit", "NUMBER");
        return new Mapping(
                "KGZ",
                List.of("VICTIMS"),
                List.of(new TableReading("", range, headers, roles, rows, List.of(), List.of(), null)),
                words,
                choices,
                new TreeMap<>(),
                List.of());
    }

    private static SavedMapping version(int number, Mapping mapping) {
        return new SavedMapping("KGZ_1", number, "Report", "KGZ", mapping);
    }

    @Test
    void wordsAndRowsThatDifferAreListed() {
        SortedMap<String, String> before = new TreeMap<>();
        before.put("women", "F");
        before.put("men", "M");
        SortedMap<String, String> after = new TreeMap<>(before);
        after.remove("men");
        after.put("women", "_T");
        after.put("males", "M");
        Mapping old = mapping("A1:B4", List.of("sex", ""), List.of("SEX", "OBS_VALUE"), List.of(), before);
        Mapping now = mapping(
                "A3:B9",
                List.of("sex", ""),
                List.of("SEX", "OBS_VALUE"),
                List.of(new RowRule(List.of("sex"), List.of(List.of("Rate")), List.of("ignore"))),
                after);

        MappingDiff diff = MappingDiff.between(version(1, old), version(3, now));

        assertEquals(1, diff.from());
        assertEquals(3, diff.to());
        assertEquals(
                List.of(
                        new MappingChange("row:Rate", "added", null, "ignore"),
                        new MappingChange("word:SEX:males", "added", null, "M"),
                        new MappingChange("word:SEX:men", "removed", "M", null),
                        new MappingChange("word:SEX:women", "changed", "F", "_T")),
                diff.changes());
    }

    @Test
    void aTableThatMovedIsNoDifference() {
        SortedMap<String, String> words = new TreeMap<>();
        Mapping old = mapping("A1:B4", List.of("sex"), List.of("SEX"), List.of(), words);
        Mapping now = mapping("C7:D9", List.of("sex"), List.of("SEX"), List.of(), words);
        assertEquals(
                List.of(), MappingDiff.between(version(1, old), version(2, now)).changes());
    }

    @Test
    void aReferenceNamesAMappingAndPerhapsAVersion() {
        assertEquals(Optional.of(new MappingReference("KGZ_3", null)), MappingReference.parse("KGZ_3"));
        assertEquals(Optional.of(new MappingReference("KGZ_3", 12)), MappingReference.parse("KGZ_3@12"));
        assertEquals("KGZ_3@12", new MappingReference("KGZ_3", 12).toString());
        for (String wrong : List.of("", "KGZ", "KGZ_0", "KGZ_3@", "KGZ_3@0", "kgz_3", "KGZ_3@99999999999")) {
            assertEquals(Optional.empty(), MappingReference.parse(wrong), wrong);
        }
    }
}
