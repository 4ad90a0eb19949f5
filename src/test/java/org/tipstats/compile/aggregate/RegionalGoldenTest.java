package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;

/** Compares with the regional totals of the public table, which were calculated independently of this program. */
class RegionalGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/regional_2010-2016.csv");

    @Test
    void theRegionalTotalsOf2010To2016ComeOutToTheLastDigit() throws IOException {
        List<String> lines = Files.readAllLines(GOLDEN);
        Cube compiled = SampleCubes.compiled("VICTIMS");

        assertEquals(
                "year,region,areas,reporting,masked,sum_low,sum_high,population_covered_pct,rate_low,rate_high",
                lines.get(0));
        assertEquals(1 + 7 * 6, lines.size());
        Stream<Executable> rows = lines.stream().skip(1).map(line -> () -> assertEquals(line, row(compiled, line)));
        assertAll(rows);
    }

    @Test
    void theValueOfEachIsItsLowerBound() throws IOException {
        Cube compiled = SampleCubes.compiled("VICTIMS");
        for (String line : Files.readAllLines(GOLDEN).stream().skip(1).toList()) {
            Observation count = find(compiled, line, "NUMBER");
            Observation rate = find(compiled, line, "PER_100000_POP");

            assertEquals(count.coverage().lower(), count.value());
            assertEquals(rate.coverage().lower(), rate.value());
            boolean belowHalf = count.coverage().population().compareTo(BigDecimal.valueOf(50)) < 0;
            assertEquals(belowHalf ? "U" : "A", count.status());
            assertEquals(belowHalf ? "U" : "A", rate.status());
        }
    }

    private static String row(Cube compiled, String expected) {
        String[] field = expected.split(",");
        Coverage count = find(compiled, expected, "NUMBER").coverage();
        Coverage rate = find(compiled, expected, "PER_100000_POP").coverage();
        return String.join(
                ",",
                field[0],
                field[1],
                String.valueOf(count.areas()),
                String.valueOf(count.reporting()),
                String.valueOf(count.masked()),
                count.lower().toPlainString(),
                count.upper().toPlainString(),
                count.population().toPlainString(),
                rate.lower().toPlainString(),
                rate.upper().toPlainString());
    }

    private static Observation find(Cube compiled, String line, String unit) {
        String[] field = line.split(",");
        Code region = SampleCubes.SCHEMAS
                .areas()
                .first(code ->
                        code.isAreaGroup() && code.name().inLanguage("en").equals(field[1]))
                .orElseThrow();
        String key = String.join(".", "A", region.id(), "_T", "_T", "_T", unit, field[0]);
        return compiled.find(compiled.space().parse(key).orElseThrow()).orElseThrow();
    }
}
