package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.mapped.MappedGiven;
import org.tipstats.validate.rule.Given;

/** Reads damaged mappings. Each is refused at its place with a remedy, or can be used, saved and read again. */
@Execution(ExecutionMode.CONCURRENT)
class WrongMappingTest {

    private static final int TRIES = 150;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Grid GRID = MappedGiven.grid(WrongMappings.TABLE);

    private int used;
    private int refused;

    @Test
    void aDamagedMappingIsRefusedAtItsPlaceOrCanBeUsed() {
        Seeds.check(TRIES, random -> {
            String body = "{\"name\":\"N\",\"area\":\"KGZ\",\"mapping\":" + new WrongMappings(random).damaged() + "}";
            try {
                use(read(body).mapping());
                used++;
            } catch (JsonProcessingException e) {
                // The text is no JSON, which every resource answers in the same way.
                refused++;
            } catch (ProblemException e) {
                check(e.problem());
                refused++;
            }
        });
        assertTrue(used > TRIES / 20 && refused > TRIES / 5, () -> used + " used, " + refused + " refused");
    }

    private static MappingBody read(String body) throws IOException {
        return MappingBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), JSON, Given.SCHEMAS);
    }

    private static void check(Problem problem) {
        assertTrue(List.of(400, 413, 422).contains(problem.status()), problem::toString);
        assertFalse(problem.errors().isEmpty(), problem::toString);
        for (InputError error : problem.errors()) {
            assertTrue(error.pointer().startsWith("/"), error::toString);
            assertFalse(error.message().isBlank(), error::toString);
        }
    }

    private static void use(Mapping mapping) throws IOException {
        MappingMessage form = new MappingMessage(Given.SCHEMAS);
        ObjectReader reader = JSON.reader();
        String written = form.write(mapping, "M", "2.0.0", "N").toString();
        assertEquals(mapping, form.read(reader.readTree(written)));
        MappedFile file = MappedFile.by(mapping, GRID, Given.SCHEMAS, Map.of());
        file.dataflows()
                .forEach(id ->
                        MappedGiven.validate(file, Given.SCHEMAS.dataflow(id).orElseThrow()));
    }
}
