package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.SubmissionService.ReadFile;
import org.tipstats.collect.reports.ValidationService;
import org.tipstats.collect.reports.ValidationService.FileValidation;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.Progress;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Another thread makes the pages of findings. If it fails, the file is not stored. */
@QuarkusTest
class FailingPageTest {

    private static final List<String> TABLES =
            List.of("submission", "submission_file", "submitted_value", "audit_entry");

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    UploadReceiver receiver;

    @Inject
    ValidationService validations;

    @Inject
    SubmissionStorageService storage;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Database database;

    /** Stores a file of an area. One of its findings has a parameter that cannot be written. */
    private Throwable failure(String area, CreatedAccount account, Object parameter) {
        Actor actor = new Actor(account.id(), account.name(), Set.of(AccountRole.SUBMITTER), Set.of(area));
        Upload upload = new Upload(
                new ByteArrayInputStream(Desk.file(area, "F,_T,_T,2016,12").getBytes(StandardCharsets.UTF_8)),
                "file.csv",
                "text/csv",
                schemas.dataflow("VICTIMS").orElseThrow(),
                UploadMode.MERGE,
                null,
                "en");
        try (ReceivedFile file = receiver.receive(upload, Optional.of(actor));
                ReceivedFile made = receiver.write(out -> {})) {
            FileValidation validated = validations.validate(file, upload, Optional.of(actor), Progress.NONE, made);
            validated.result().validation().found().add(unwritable(parameter));
            try (FindingPages pages = new FindingPages(validated.result().validation())) {
                ReadFile part = new ReadFile(upload, made, validated, pages);
                return assertThrows(Throwable.class, () -> storage.keep(file, upload, List.of(part), actor));
            }
        }
    }

    private static Finding unwritable(Object parameter) {
        return new Finding(
                "revision",
                Severity.WARNING,
                2,
                1,
                Finding.Column.at("OBS_VALUE", 6),
                "12",
                Map.of("former", parameter),
                List.of(),
                Map.of(),
                List.of());
    }

    private List<Long> rows() {
        return TABLES.stream()
                .map(table -> database.number("select count(*) from " + table))
                .toList();
    }

    @Test
    void nothingIsStoredAndTheFailureArrivesAsItIs() {
        String area = desk.area();
        CreatedAccount account = signedIn.another(Set.of(AccountRole.SUBMITTER), area);
        List<Long> before = rows();
        Error thrown = new AssertionError("a fault that a test makes");
        assertSame(thrown, failure(area, account, new AbstractList<String>() {
            @Override
            public String get(int index) {
                throw thrown;
            }

            @Override
            public int size() {
                return 1;
            }
        }));
        // A plain object has nothing to write.
        assertInstanceOf(UncheckedIOException.class, failure(area, account, new Object()));
        assertEquals(before, rows());
        Desk.submitted(account.token(), Desk.file(area, "F,_T,_T,2016,12"));
        Desk.get(account.token(), Desk.SUBMISSIONS + "?area=" + area).body("items", hasSize(1));
        List<Long> after = rows();
        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i) > before.get(i), TABLES.get(i));
        }
    }
}
