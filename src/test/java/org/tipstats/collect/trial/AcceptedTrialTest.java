package org.tipstats.collect.trial;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.command.CommandLineInterface;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.trial.RuleTrial.TrialOptions;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.validate.trial.TriedSchemas;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Trials of rules on the files in the database. */
@QuarkusTest
class AcceptedTrialTest {

    private static final String PAGE = "/en/desk/admin/rules";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    SchemaRegistry schemas;

    @Inject
    RuleTrialService trials;

    @TempDir
    Path folder;

    private Path change() throws IOException {
        return Files.writeString(
                folder.resolve("VICTIMS.json"),
                Files.readString(Path.of("schemas/dataflow/VICTIMS.json")).replace("factor=3", "factor=2"));
    }

    private List<FindingChange> of(String area, TrialReport report) {
        return report.changes().stream()
                .filter(change -> area.equals(change.area()))
                .toList();
    }

    /**
     * From 100 to 250 is more than twofold. The correction to 150 came later, so it does not count for the file that
     * had 250. That file was justified, because it revised nothing and needed no justification then.
     */
    @Test
    void aFileIsTriedAgainstWhatWasAcceptedWhenItCame() throws IOException {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2016,100");
        String second = desk.accepted(area, "_T,_T,_T,2017,250");
        String third = Desk.submitted(people.submitter(area), Desk.file(area, "_T,_T,_T,2016,150"));
        desk.acceptJustified(area, third, "revision");

        SchemaRegistry tried = TriedSchemas.read(schemas, List.of(new SchemaFile("v.json", change())));
        TrialReport report = trials.run(tried, new TrialOptions(null, false, "en"), (stage, percent) -> {});
        List<FindingChange> changes = of(area, report);
        assertEquals(1, changes.size(), changes.toString());
        assertEquals("change-over-time", changes.get(0).rule());
        assertEquals(Severity.WARNING, changes.get(0).after());
        assertEquals(second, changes.get(0).example().submission());
        assertTrue(report.files().tried() >= 3);
    }

    @Test
    void theCommandSaysTheSameOfTheSameDatabase() throws IOException {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2014,100");
        desk.accepted(area, "_T,_T,_T,2015,250");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new CommandLineInterface(
                        () -> schemas,
                        () -> schemas,
                        fresh -> new BackupDatabase(OwnerRole.address(), () -> {}),
                        Clock.systemUTC(),
                        out,
                        out,
                        false)
                .run("rules", "try", "--change", change().toString());
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(1, code, said);
        assertTrue(said.contains("VICTIMS, change-over-time: none -> warning\n"), said);
        assertTrue(said.contains("  " + area + ": 1 finding in 1 file. Example: "), said);
        assertFalse(said.contains("250"), said);
    }

    @Test
    void thePageTriesSchemasAndOffersTheReport() throws IOException {
        desk.accepted(desk.area(), "_T,_T,_T,2016,100");
        SiteSession admin = SiteSession.open(people.administrator());
        admin.form()
                .multiPart("file", "VICTIMS.json", "{".getBytes(StandardCharsets.UTF_8), "application/json")
                .multiPart("since", "new")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(containsString("Write a version such as 1.2.0."));
        String report = admin.form()
                .multiPart("file", "VICTIMS.json", Files.readAllBytes(change()), "application/json")
                .post(PAGE)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String page = admin.page(report.substring(report.indexOf("/en/")));
        assertTrue(page.contains("What would change"), page);
        SiteSession.open(people.reviewer()).get(PAGE).statusCode(403);
    }
}
