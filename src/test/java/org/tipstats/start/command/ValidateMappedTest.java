package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.validate.mapped.MappedGiven;

/** {@code validate} reads a table in its own layout by a mapping. */
class ValidateMappedTest {

    @TempDir
    Path folder;

    private String[] mapped(String table, String... more) throws IOException {
        String text = "Victims of trafficking in persons,\nGroup,Number\nWomen,10\nMen,4\nTotal,14\n";
        String answers = "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national','period':'2022'}";
        JsonNode message = new MappingMessage(ValidateCommandTest.SCHEMAS)
                .write(MappedGiven.mapping(text, answers), "M", "1.0.0", "");
        Path mapping = Files.writeString(folder.resolve("m.json"), message.toString());
        Path file = Files.writeString(folder.resolve("kgz.csv"), text.replace("14", table));
        List<String> arguments = new ArrayList<>(List.of("VICTIMS", file.toString(), "--json", "--mapping"));
        arguments.add(mapping.toString());
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void aTableInItsOwnLayoutIsReadByAMapping() throws IOException {
        CommandRun run = ValidateCommandTest.run(mapped("14", "--param", "TIME_PERIOD=2023"));
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = ValidateCommandTest.json(run);
        assertEquals(3, report.at("/file/rows").asInt());
        assertEquals("kgz.csv", report.at("/file/name").asText());
        assertTrue(ValidateCommandTest.texts(report.path("passed")).contains("mapping-drift"));
    }

    @Test
    void findingsOfAMappedTableNameItsCells() throws IOException {
        JsonNode finding = ValidateCommandTest.json(
                        ValidateCommandTest.run(mapped("13", "--param", "TIME_PERIOD=2023")))
                .at("/findings/0");
        assertEquals("sum-exceeds-total", finding.path("rule").asText());
        assertEquals(5, finding.path("line").asInt());
        assertEquals("B", finding.at("/column/letter").asText());
        assertEquals(List.of("B5"), ValidateCommandTest.texts(finding.path("cells")));
        assertEquals(List.of("B3"), ValidateCommandTest.texts(finding.at("/related/0/cells")));
    }

    @Test
    void aReportOfAMappedTableListsTheFindingsWithTheirCells() throws IOException {
        Path report = folder.resolve("report.csv");
        ValidateCommandTest.run(mapped("13", "--param", "TIME_PERIOD=2023", "--report", report.toString()));
        List<String> lines = Files.readAllLines(report);
        assertEquals("\uFEFF_line,_severity,_messages", lines.get(0));
        assertTrue(
                lines.get(1).startsWith("5,warning,\"B5: In SEX, the parts add up to 14 but the total _T is 13"),
                lines.get(1));
    }

    /** Regression: the report replaced the mapping. */
    @Test
    void theMappingIsNotOverwritten() throws IOException {
        Path mapping = folder.resolve("m.json");
        CommandRun run = ValidateCommandTest.run(mapped("14", "--report", mapping.toString()));
        assertEquals(2, run.exitCode());
        assertTrue(Files.readString(mapping).contains("structureMaps"));
    }

    @Test
    void aMappingAndItsParametersMustFit() throws IOException {
        assertEquals(1, ValidateCommandTest.run(mapped("14")).exitCode());
        CommandRun unknown = ValidateCommandTest.run(mapped("14", "--param", "YEAR=2023"));
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().startsWith("VICTIMS has no component \"YEAR\" for --param."), unknown.err());
        CommandRun code = ValidateCommandTest.run(mapped("14", "--param", "SEX=W"));
        assertEquals(2, code.exitCode());
        assertTrue(code.err().startsWith("\"W\" is not a code of SEX."), code.err());
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        CommandRun none =
                ValidateCommandTest.run("VICTIMS", folder.resolve("kgz.csv").toString(), "--mapping", other.toString());
        assertEquals(3, none.exitCode());
    }
}
